import type { Report, Station, StationLive } from '@takt/contracts';
import { shiftSheet } from './shift-sheet';

const stations = [{ id: 'oven' }, { id: 'packer' }] as Station[];
const report = (station: string, good: string, change: Partial<Report> = {}) =>
  ({ station, good, scrap: '0', rework: '0', reverses: null, reversedBy: null, ...change }) as Report;
const live = (station: string, goodShift: number, online: boolean | null = true) =>
  ({ station, goodShift, online }) as StationLive;

it('adds up what people reported and compares it with the machine', () => {
  const rows = shiftSheet(
    stations,
    [report('oven', '10', { scrap: '2' }), report('oven', '5.5')],
    [live('oven', 20)],
  );
  expect(rows[0]).toMatchObject({ good: 15.5, scrap: 2, machine: 20, difference: -4.5 });
});
it('leaves out what was taken back, and its counter-entry', () => {
  const rows = shiftSheet(
    stations,
    [report('oven', '10', { reversedBy: 'r' }), report('oven', '10', { reverses: 'x' })],
    [],
  );
  expect(rows[0]?.good).toBe(0);
});
it('compares nothing where no machine was heard of', () => {
  const [, packer] = shiftSheet(stations, [report('packer', '3')], [live('packer', 0, null)]);
  expect(packer).toMatchObject({ good: 3, machine: null, difference: null });
});
