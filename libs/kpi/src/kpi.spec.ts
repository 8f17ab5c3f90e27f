import * as fc from 'fast-check';
import { KPIS, completenessOf, kpiById, lightOf, provenanceOf } from './catalog';
import { NOT_ANNUALISED } from './definitions/stock-stage';
import { distributionOf, mergeDistributions, percentile, SKETCH_ERROR } from './distribution';
import { addSums, input, negated, type InputName, type Sums } from './input';
import type { Kpi } from './kpi';
import { littleCheck } from './little';
import { lineDelivery, orderDelivery, type DeliveryFact } from './roll-up/delivery';

const kpi = (id: string): Kpi => kpiById(id) as Kpi;
const value = (id: string, sums: Sums) => kpi(id).evaluate({ sums }).value;

describe('figures', () => {
  it('OEE of one product is availability × performance × quality', () => {
    const positive = fc.integer({ min: 1, max: 100_000 });
    fc.assert(
      fc.property(positive, positive, positive, fc.nat(1000), (busy, run, good, scrap) => {
        const perUnit = 7;
        const sums: Sums = {
          plannedBusySec: busy,
          productionSec: run,
          producedQty: good + scrap,
          goodQty: good,
          plannedRunSec: perUnit * (good + scrap),
          goodRunSec: perUnit * good,
        };
        const [a, p, q] = ['availability', 'performance', 'quality'].map(
          (id) => (value(id, sums) ?? NaN) / 100,
        );
        const closed = value('oee', sums) ?? NaN;
        expect(Math.abs(a * p * q * 100 - closed)).toBeLessThan(1e-9 * Math.max(1, closed));
      }),
    );
  });

  it('are rolled up by their sums, not by their percentages', () => {
    const early: Sums = { plannedBusySec: 100, productionSec: 100 };
    const late: Sums = { plannedBusySec: 300, productionSec: 0 };
    expect(value('availability', addSums([early, late]))).toBe(25);
  });

  it('without a denominator are n/a, never 0 or 100 %', () => {
    for (const one of KPIS) expect(one.evaluate({ sums: {} }).value).toBeNull();
  });

  it('flag what must be said', () => {
    for (const id of ['oee', 'nee']) {
      const noteAt = (goodRunSec: number) =>
        kpi(id).evaluate({ sums: { goodRunSec, plannedBusySec: 100, productionSec: 100 } }).note;
      expect([noteAt(100), noteAt(101)]).toEqual([null, 'above-100']);
    }
    expect(kpi('performance').evaluate({ sums: { plannedRunSec: 120, productionSec: 100 } }).note).toBe(
      'above-100',
    );
    expect(
      kpi('inventory-turns').evaluate({ windowSec: 86_400 * 28, sums: { stockAreaRaw: 1 } }).note,
    ).toBeNull();
    expect(
      kpi('inventory-turns').evaluate({ windowSec: 86_400 * 28 - 1, sums: { stockAreaRaw: 1 } }).note,
    ).toBe('not-annualised');
  });

  it('days of inventory are 365 divided by annual turns', () => {
    const sums = { cogsValue: 777, stockAreaRaw: 86_400 * 31 * 1234 };
    const [turns, days] = ['inventory-turns', 'days-of-inventory'].map(
      (id) => kpi(id).evaluate({ sums, windowSec: 86_400 * 31 }).value ?? 0,
    );
    expect(turns * days).toBeCloseTo(365, 9);
  });

  it('are as complete as the station was heard', () => {
    const sums: Sums = { plannedBusySec: 75, unknownSec: 25 };
    expect([
      completenessOf(kpi('oee'), sums),
      completenessOf(kpi('otd'), sums),
      completenessOf(kpi('oee'), {}),
    ]).toEqual([0.75, 1, 1]);
  });

  it('say where they come from', () => {
    expect(provenanceOf({ machine: 6, terminal: 1, api: 1, import: 2 })).toEqual({
      machine: 0.6,
      terminal: 0.2,
      backFill: 0,
      import: 0.2,
    });
    expect(provenanceOf({})).toBeNull();
  });

  it('have a light by rule', () => {
    const lights = (id: string, ...values: (number | null)[]) =>
      values.map((value) => lightOf(kpi(id), { value, note: null }, 80));
    expect(lights('oee', 80, 79.9, 76, 75.9, null)).toEqual(['green', 'amber', 'amber', 'red', 'none']);
    expect(lights('scrap-ratio', 80, 84, 84.1)).toEqual(['green', 'amber', 'red']);
    expect(lightOf(kpi('oee'), { value: 1, note: null }, null)).toBe('none');
    expect(lightOf(kpi('inventory-turns'), { value: 1, note: NOT_ANNUALISED }, 8)).toBe('none');
  });
});

describe('sums', () => {
  const names: InputName[] = ['goodQty', 'producedQty', 'cogsValue'];
  const anySums = fc.dictionary(
    fc.constantFrom(...names),
    fc.integer({ min: -9999, max: 9999 }).map((n) => n / 1000),
  );
  const plain = (sums: Sums) => names.map((name) => input(sums, name).toFixed());

  it('of the parts are the whole, in any order and grouping', () => {
    fc.assert(
      fc.property(fc.array(anySums), fc.nat(9), (parts, cut) => {
        const grouped = addSums([addSums(parts.slice(cut)), addSums(parts.slice(0, cut).reverse())]);
        expect(plain(grouped)).toEqual(plain(addSums(parts)));
      }),
    );
  });

  it('restated are what they would be from scratch', () => {
    fc.assert(
      fc.property(fc.array(anySums), anySums, anySums, (others, wrong, right) => {
        const restated = addSums([addSums([...others, wrong]), negated(wrong), right]);
        expect(plain(restated)).toEqual(plain(addSums([...others, right])));
      }),
    );
  });
});

describe('on-time delivery', () => {
  const line = (more: Partial<DeliveryFact> = {}): DeliveryFact => ({
    qty: 10,
    promises: { requested: 90, committed: 100, latest: 120 },
    shipments: [{ at: 100, qty: 10 }],
    closed: true,
    cancelled: false,
    ...more,
  });
  const committed = (one: DeliveryFact, now = 1000) => {
    const sums = lineDelivery(one, now).find((outcome) => outcome.basis === 'committed')?.sums;
    return (
      sums &&
      ['linesDueCommitted', 'linesOnTimeCommitted', 'linesInFullCommitted'].map((name) =>
        input(sums, name as InputName).toNumber(),
      )
    );
  };

  it('counts a line once its promise has come due', () => {
    expect(committed(line())).toEqual([1, 1, 1]);
    expect(committed(line(), 100)).toEqual([1, 1, 1]);
    expect(committed(line(), 99)).toBeUndefined();
    expect(committed(line({ shipments: [], closed: false }))).toEqual([1, 0, 0]);
    expect(committed(line({ shipments: [{ at: 101, qty: 10 }] }))).toEqual([1, 0, 0]);
  });

  it('tells short from late', () => {
    expect(committed(line({ shipments: [{ at: 99, qty: 8 }] }))).toEqual([1, 1, 0]);
    expect(committed(line({ shipments: [{ at: 99, qty: 8 }], closed: false }))).toEqual([1, 0, 0]);
    expect(
      committed(
        line({
          shipments: [
            { at: 99, qty: 8 },
            { at: 101, qty: 2 },
          ],
        }),
      ),
    ).toEqual([1, 0, 0]);
  });

  it('has a basis each for wish, first and latest promise', () => {
    const late = line({ shipments: [{ at: 110, qty: 10 }] });
    const onTime = lineDelivery(late, 1000).map(({ basis, promisedAt, sums }) => [
      basis,
      promisedAt,
      Object.values(sums).map(Number)[1],
    ]);
    expect(onTime).toEqual([
      ['requested', 90, 0],
      ['committed', 100, 0],
      ['latest', 120, 1],
    ]);
    expect(lineDelivery(line({ cancelled: true }), 1000)).toEqual([]);
    expect(
      lineDelivery(line({ promises: { requested: 90, committed: null, latest: null } }), 1000),
    ).toHaveLength(1);
  });

  it('of an order is that of its last line, and every line', () => {
    const later = line({
      promises: { requested: 90, committed: 150, latest: 150 },
      shipments: [{ at: 150, qty: 9 }],
    });
    const [outcome] = orderDelivery([line(), later], 1000).filter(({ basis }) => basis === 'committed');
    expect([outcome.promisedAt, ...Object.values(outcome.sums).map(Number)]).toEqual([150, 1, 1, 0]);
    expect(orderDelivery([line(), later], 149).map(({ basis }) => basis)).toEqual(['requested']);
    expect(orderDelivery([line({ cancelled: true })], 1000)).toEqual([]);
  });

  it('is never below on time in full, on every basis, for lines and for orders', () => {
    const instant = fc.nat(20);
    const anyLine = fc.record({
      qty: fc.integer({ min: 1, max: 5 }),
      promises: fc.record({
        requested: instant,
        committed: fc.option(instant),
        latest: fc.option(instant),
      }),
      shipments: fc.array(fc.record({ at: instant, qty: fc.integer({ min: 1, max: 5 }) }), { maxLength: 3 }),
      closed: fc.boolean(),
      cancelled: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(fc.array(anyLine, { minLength: 1, maxLength: 4 })), instant, (orders, now) => {
        const sums = addSums(
          [
            ...orders.flat().flatMap((one) => lineDelivery(one, now)),
            ...orders.flatMap((lines) => orderDelivery(lines, now)),
          ].map((outcome) => outcome.sums),
        );
        for (const basis of ['requested', 'committed', 'latest'] as const)
          for (const [inFull, onTime] of [
            ['otif-line', 'otd'],
            ['otif', 'otd-order'],
          ]) {
            const [lower, upper] = [inFull, onTime].map((id) => kpi(id).evaluate({ sums, basis }).value);
            expect(lower === null).toBe(upper === null);
            expect(lower ?? 0).toBeLessThanOrEqual(upper ?? 0);
            expect(upper ?? 0).toBeLessThanOrEqual(100);
          }
      }),
    );
  });
});

describe('distributions', () => {
  it('are exact by linear interpolation', () => {
    const five = distributionOf([10, 2, 8, 4, 6]);
    expect([0, 0.5, 0.85, 0.95, 1].map((share) => percentile(five, share)?.toFixed(6))).toEqual([
      '2.000000',
      '6.000000',
      '8.800000',
      '9.600000',
      '10.000000',
    ]);
    expect(percentile(distributionOf([]), 0.5)).toBeNull();
    expect(percentile(distributionOf([7]), 0.95)).toBe(7);
  });

  it('beyond 10,000 values are sketched within 1 %, and say so', () => {
    const many = Array.from({ length: 10_001 }, (_, i) => ((i * 7919) % 10_001) + 1);
    const sketched = distributionOf(many);
    expect(sketched.values).toBeNull();
    for (const share of [0, 0.5, 0.85, 0.95, 1]) {
      const exact = share * 10_000 + 1;
      expect(Math.abs((percentile(sketched, share) ?? 0) - exact) / exact).toBeLessThanOrEqual(
        SKETCH_ERROR + 1e-4,
      );
    }
    expect(kpi('customer-lead-time').evaluate({ sums: {}, durations: sketched }).note).toBe('sketched');
  });

  it('are within 1 % of the exact percentile also where neighbours are far apart', () => {
    const jumps = fc.array(fc.integer({ min: 0, max: 40_000_000 }), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(jumps, fc.double({ min: 0, max: 1, noNaN: true }), (few, share) => {
        const many = Array.from({ length: 10_001 }, (_, i) => few[i % few.length] ?? 0);
        const sorted = [...many].sort((a, b) => a - b);
        const rank = share * 10_000;
        const [low, high] = [sorted[Math.floor(rank)] ?? 0, sorted[Math.ceil(rank)] ?? 0];
        const exact = low + (high - low) * (rank - Math.floor(rank));
        const found = percentile(distributionOf(many), share) ?? NaN;
        expect(Math.abs(found - exact)).toBeLessThanOrEqual(SKETCH_ERROR * exact * (1 + 1e-9));
      }),
      { numRuns: 60 },
    );
  });

  it('sketch durations of nothing as nothing', () => {
    const zeros = distributionOf([...Array.from({ length: 10_000 }, () => 0), 5]);
    expect([percentile(zeros, 0), percentile(zeros, 0.5)]).toEqual([0, 0]);
    expect(percentile(zeros, 1)).toBeCloseTo(5, 0);
  });

  it('do not depend on how they were put together', () => {
    const many = Array.from({ length: 10_050 }, (_, i) => (i * 31) % 977);
    const parts = [many.slice(0, 30), many.slice(30, 6000), many.slice(6000)].map(distributionOf);
    expect(mergeDistributions([...parts].reverse())).toEqual(distributionOf(many));
    expect(mergeDistributions([mergeDistributions(parts.slice(0, 2)), parts[2]])).toEqual(
      distributionOf(many),
    );
    expect(mergeDistributions(parts.slice(0, 2))).toEqual(distributionOf(many.slice(0, 6000)));
  });
});

describe('Little’s law', () => {
  it('raises an alarm when work in progress is not throughput × lead time', () => {
    expect(littleCheck(10, 100, 8640, 86_400)).toEqual({ expected: 10, ratio: 1, alarm: false });
    expect(littleCheck(13, 100, 8640, 86_400).alarm).toBe(true);
    expect(littleCheck(8, 100, 8640, 86_400).alarm).toBe(false);
    expect([littleCheck(2, 0, 0, 86_400).alarm, littleCheck(0, 0, 0, 86_400).alarm]).toEqual([true, false]);
  });
});

describe('stock of less than 28 days', () => {
  const facts = (days: number) => ({
    windowSec: days * 86_400,
    sums: { stockAreaRaw: 200_000 * days * 86_400, cogsValue: 120_000 },
  });
  const noted = (id: string, days: number) => {
    const { value, note } = kpiById(id)?.evaluate(facts(days)) ?? {};
    return [value?.toFixed(2), note];
  };

  it('does not speak of years, and says that it is not enough to judge by', () => {
    expect([noted('inventory-turns', 27.9), noted('inventory-turns', 28)]).toEqual([
      ['0.60', 'not-annualised'],
      ['7.82', null],
    ]);
    expect([noted('days-of-inventory', 0.25), noted('days-of-inventory', 28)]).toEqual([
      ['0.42', 'few-days'],
      ['46.67', null],
    ]);
  });
});
