import {
  Changeover,
  Customer,
  Item,
  Line,
  NewBom,
  NewChangeover,
  Reason,
  RoutingOperation,
  ShiftPattern,
  Station,
  Worker,
} from '@takt/contracts';
import { expectedCrewLoad, expectedLoad } from './load';
import { demoFactory as factory } from '.';

const ids = (rows: readonly { id: string }[]) => new Set(rows.map(({ id }) => id));

describe('the demonstration factory', () => {
  it('is as the contract has it', () => {
    const revision = 1;
    factory.lines.forEach((row) => Line.parse({ ...row, revision }));
    factory.stations.forEach((row) => Station.parse({ ...row, revision }));
    factory.reasons.forEach((row) => Reason.parse({ ...row, revision }));
    factory.patterns.forEach((row) => ShiftPattern.parse({ ...row, revision }));
    factory.workers.forEach((row) => Worker.parse({ ...row, revision }));
    factory.items.forEach((row) => Item.parse({ ...row, revision }));
    factory.customers.forEach((row) => Customer.parse({ ...row, revision }));
    for (const { id, ...row } of factory.changeovers) {
      Changeover.parse({ id, ...row, revision });
      NewChangeover.parse(row);
    }
    factory.routings.forEach(({ operations }) => operations.forEach((row) => RoutingOperation.parse(row)));
    factory.boms.forEach(({ lines }) => NewBom.parse({ lines }));
  });

  it('has what a factory of this kind has', () => {
    expect([factory.stations.length, factory.workers.length, factory.items.length]).toEqual([17, 24, 30]);
    expect(factory.patterns.flatMap(({ shifts }) => shifts.map(({ crew }) => crew))).toEqual([
      'early',
      'late',
    ]);
    const named = [
      factory.lines,
      factory.stations,
      factory.reasons,
      factory.items,
      factory.workers,
      factory.skills,
      factory.customers,
    ];
    for (const row of named.flat()) expect(row.nameZh).toMatch(/[\u4e00-\u9fff]/);
    expect(new Set(factory.items.map(({ shelfLifeDays }) => shelfLifeDays))).toEqual(
      new Set([60, 30, 5, null]),
    );
    expect(factory.demand.reduce((sum, { opening }) => sum + opening, 0)).toBe(60);
  });

  it('refers only to what exists', () => {
    const [stations, skills, items, customers] = [
      factory.stations,
      factory.skills,
      factory.items,
      factory.customers,
    ].map(ids);
    const known = (set: Set<string> | undefined, id: string | null) => id === null || set?.has(id) === true;
    const matrices = new Map(factory.changeovers.map(({ id, families }) => [id, families]));
    for (const { id, line, changeover } of factory.stations)
      expect([id, known(ids(factory.lines), line), changeover === null || matrices.has(changeover)]).toEqual([
        id,
        true,
        true,
      ]);
    for (const { item, operations } of factory.routings) {
      expect(known(items, item)).toBe(true);
      for (const { skill, family, stations: ways } of operations) {
        expect(known(skills, skill)).toBe(true);
        for (const { station } of ways) {
          expect(known(stations, station)).toBe(true);
          const matrix = factory.stations.find(({ id }) => id === station)?.changeover ?? null;
          expect([item, station, family === null || matrices.get(matrix ?? '')?.includes(family)]).toEqual([
            item,
            station,
            true,
          ]);
        }
      }
    }
    const numbers = new Map(
      factory.routings.map(({ item, operations }) => [item, operations.map(({ no }) => no)]),
    );
    for (const { item, lines } of factory.boms)
      for (const { component, operationNo } of lines)
        expect([
          item,
          component,
          known(items, component),
          numbers.get(item)?.includes(operationNo ?? 0),
        ]).toEqual([item, component, true, true]);
    for (const { items: sold, customers: buyers } of factory.demand) {
      for (const [item] of sold) expect(numbers.has(item)).toBe(true);
      for (const [customer] of buyers) expect(known(customers, customer)).toBe(true);
    }
    for (const { skills: held } of factory.workers)
      for (const { skill } of held) expect(known(skills, skill)).toBe(true);
  });

  it('lists every reason that its devices know, under one id each', () => {
    const listed = factory.reasons.map(({ id }) => id);
    expect(new Set(listed).size).toBe(listed.length);
    for (const { device } of factory.stations) {
      for (const { reason } of device.faults)
        expect(factory.reasons).toContainEqual(expect.objectContaining({ id: reason, kind: 'stop' }));
      for (const { reason } of device.scrap.reasons)
        expect(factory.reasons).toContainEqual(expect.objectContaining({ id: reason, kind: 'scrap' }));
    }
  });

  it('is well and not hopelessly loaded', () => {
    const load = expectedLoad(factory);
    const busiest = load[0];
    expect(busiest?.share).toBeGreaterThan(0.8);
    expect(busiest?.share).toBeLessThan(0.9);
    for (const line of ['bakery', 'gifts']) {
      expect(expectedCrewLoad(factory, line)).toBeGreaterThan(0.6);
      expect(expectedCrewLoad(factory, line)).toBeLessThan(0.9);
    }
  });
});
