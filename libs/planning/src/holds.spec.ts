import type { TriggerKind } from '@takt/contracts';
import { differenceOf } from './difference';
import type { PlanEntry, PlanningFacts } from './facts';
import { planHolds } from './holds';
import { entry, facts, MIN, operation } from '../test/sample';

/** Now is minute 100; people prepare until minute 220. A, then B at s1, both in time; the tolerance is ten minutes. */
const published = [entry('A.10', 's1', [100, 160]), entry('B.10', 's1', [160, 220])];
const operations = [operation('A.10', 60, ['s1', 's2']), operation('B.10', 60, ['s1', 's2'])];
const dueAt = { A: 1000, B: 1000 };
const shop = (rest: Partial<PlanningFacts> = {}, due: Partial<typeof dueAt> = {}) =>
  facts(100, {
    operations,
    published,
    workOrders: (['A', 'B'] as const).map((id) => ({
      id,
      releaseAt: 0,
      dueAt: { ...dueAt, ...due }[id] * MIN,
      weight: 1,
      toStock: false,
    })),
    ...rest,
  });
const holds = (
  entries: readonly PlanEntry[],
  given = shop(),
  triggers: readonly TriggerKind[] = ['delay'],
): boolean => planHolds(given, { entries, changes: differenceOf(given.published, entries), triggers }, 600);
const elsewhere = [published[0]!, entry('B.10', 's2', [100, 160])];

describe('the plan in force stays', () => {
  it('when nobody would hear of the other one, whatever happened', () =>
    expect(holds([published[0]!, entry('B.10', 's1', [162, 222])], shop(), ['order-changed'])).toBe(true));

  it('when the other one saves nothing', () => expect(holds(elsewhere)).toBe(true));

  it('when an order brings no work of its own and saves nothing', () =>
    expect(holds(elsewhere, shop(), ['order-created'])).toBe(true));

  it('when the other one saves less than people pay for it', () =>
    // B is five minutes late: 300 s × 20 = 6,000 points, for less than 12,000 / 2 + 6,000 of the move
    expect(holds(elsewhere, shop({}, { B: 215 }))).toBe(true));

  it('when what runs is late within the tolerance', () => {
    const running = operation('A.10', 69, ['s1'], { status: 'running', station: 's1' });
    expect(holds(elsewhere, shop({ operations: [running, operations[1]!] }))).toBe(true);
  });

  it('when a paused operation can go on in time', () => {
    const paused = operation('A.10', 60, ['s1', 's2'], { status: 'paused', station: 's1' });
    expect(holds(elsewhere, shop({ operations: [paused, operations[1]!] }))).toBe(true);
  });
});

describe('the plan in force makes room', () => {
  it('when an order is saved by it', () => expect(holds(elsewhere, shop({}, { B: 160 }))).toBe(false));

  it('when it is no everyday news', () =>
    expect(holds(elsewhere, shop(), ['delay', 'station-down'])).toBe(false));

  it('when work comes or goes', () => {
    const more = operation('C.10', 60, ['s2']);
    expect(
      holds([...published, entry('C.10', 's2', [100, 160])], shop({ operations: [...operations, more] }), [
        'order-created',
      ]),
    ).toBe(false);
    expect(holds([published[0]!], shop())).toBe(false);
  });

  it('when what runs is late beyond the tolerance', () => {
    const running = operation('A.10', 71, ['s1'], { status: 'running', station: 's1' });
    expect(holds(elsewhere, shop({ operations: [running, operations[1]!] }))).toBe(false);
  });

  it('when something finds no place in it any more', () => {
    const late = operation('B.10', 60, ['s1', 's2'], {
      after: [{ operation: 'A.10', minSec: 0, maxSec: 60 }],
    });
    const apart = [published[0]!, entry('B.10', 's1', [170, 230])];
    const given = shop({ operations: [operations[0]!, late], published: apart });
    expect(holds(elsewhere, given)).toBe(false);
  });

  it('when half an hour of work is fetched to an idle station', () => {
    const later = [published[0]!, entry('B.10', 's1', [400, 460])];
    expect(holds([later[0]!, entry('B.10', 's1', [189, 249])], shop({ published: later }))).toBe(false);
    expect(holds([later[0]!, entry('B.10', 's1', [191, 251])], shop({ published: later }))).toBe(true);
  });
});
