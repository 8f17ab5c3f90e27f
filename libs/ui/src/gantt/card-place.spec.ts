import { cardPlace } from './card-place';

it.each([
  [100, 1000, { left: 100, maxWidth: 384 }],
  [900, 1000, { left: 608, maxWidth: 384 }],
  [-50, 1000, { left: 8, maxWidth: 384 }],
  [200, 300, { left: 8, maxWidth: 284 }],
])('a bar at %d of %d px has its card at %j', (x, width, place) =>
  expect(cardPlace(x, width)).toEqual(place),
);
