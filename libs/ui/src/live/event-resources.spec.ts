import { allRoutes, serverEvents } from '@takt/contracts';
import { eventResources, resourceOf } from './event-resources';

const resources = new Set(allRoutes().map(({ route }) => resourceOf(route.path)));

it('names only resources that exist', () => {
  const named = new Set(Object.values(eventResources).flat());
  expect([...named].filter((resource) => !resources.has(resource))).toEqual([]);
});
it('knows every event that carries a version', () => {
  const versioned = Object.entries(serverEvents).filter(([, shape]) => 'version' in shape.shape);
  expect(Object.keys(eventResources).sort()).toEqual(versioned.map(([name]) => name).sort());
});
it('takes the first part of a path', () =>
  expect(resourceOf('/operations/:operation/pin')).toBe('/operations'));
