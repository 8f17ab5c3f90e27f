import type { HandoverStation } from '@takt/contracts';
import { madeSince } from './made-since';

const row = (station: string, good: string, scrap = '0') =>
  ({ station, good, scrap, rework: '0', machineGood: '99' }) as HandoverStation;

it('tells what was entered after the handover, and what was taken back', () =>
  expect(
    madeSince(
      [row('oven', '10', '1'), row('packer', '4')],
      [row('oven', '12'), row('packer', '4'), row('deco', '3')],
    ),
  ).toEqual([
    { station: 'oven', kind: 'good', qty: 2 },
    { station: 'oven', kind: 'scrap', qty: -1 },
    { station: 'deco', kind: 'good', qty: 3 },
  ]));
it('is silent about what only the machine has counted', () =>
  expect(madeSince([row('oven', '10')], [{ ...row('oven', '10'), machineGood: '120' }])).toEqual([]));
