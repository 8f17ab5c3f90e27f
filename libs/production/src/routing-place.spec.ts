import type { RoutingOperation } from '@takt/contracts';
import { checkRoutingPlaces, type RoutingPlaces } from './routing-place';

const places: RoutingPlaces = {
  stations: new Map([
    ['oven-1', { changeover: 'allergen' }],
    ['oven-2', { changeover: null }],
  ]),
  changeovers: new Map([['allergen', { families: ['plain', 'nut'] }]]),
  skills: new Set(['bake']),
};

const operation = (change: Partial<RoutingOperation> = {}): RoutingOperation => ({
  no: 10,
  name: 'Bake',
  family: 'nut',
  skill: 'bake',
  crew: 1,
  stations: [
    { station: 'oven-2', runSecPerUnit: 1, setupSec: 0 },
    { station: 'oven-1', runSecPerUnit: 1, setupSec: 0 },
  ],
  waitMinSec: 0,
  waitMaxSec: null,
  interruptible: true,
  limits: [],
  instruction: '',
  instructionZh: '',
  steps: [],
  ...change,
});

const check = (change: Partial<RoutingOperation>) =>
  checkRoutingPlaces('CAKE', [operation({ no: 5, family: null, skill: null }), operation(change)], places);

it.each<[string, Partial<RoutingOperation>, unknown]>([
  ['everything is known', {}, null],
  ['no family', { family: null }, null],
  [
    'a family unknown to one of two stations',
    { family: 'milk' },
    { code: 'routing.invalid', facts: { item: 'CAKE', why: '10: milk ∉ allergen (oven-1)' } },
  ],
  [
    'a station without a matrix knows every family',
    { family: 'milk', stations: [{ station: 'oven-2', runSecPerUnit: 1, setupSec: 0 }] },
    null,
  ],
  [
    'an unknown skill',
    { skill: 'fly' },
    { code: 'reference.unknown', facts: { field: 'operations.1.skill', kind: 'skill', id: 'fly' } },
  ],
  [
    'an unknown station',
    { stations: [{ station: 'oven-9', runSecPerUnit: 1, setupSec: 0 }] },
    {
      code: 'reference.unknown',
      facts: { field: 'operations.1.stations.0.station', kind: 'station', id: 'oven-9' },
    },
  ],
])('%s', (_, change, expected) => {
  if (expected === null) expect(check(change)).toBeNull();
  else expect(check(change)).toMatchObject(expected as object);
});
