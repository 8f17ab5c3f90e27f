import type { OperationFacts } from './report-facts';
import { missingFor, settleWorkOrder, type WorkOrderFacts } from './settle';

const operation = (no: number, more: Partial<OperationFacts> = {}): OperationFacts => ({
  id: `WO-1.${no}`,
  workOrder: 'WO-1',
  no,
  status: 'waiting',
  holdReason: null,
  qtyTarget: '100',
  qtyGood: '0',
  qtyScrap: '0',
  qtyRework: '0',
  station: null,
  eligible: [],
  startedAt: null,
  endedAt: null,
  ...more,
});
const done = (no: number, qtyGood: string) =>
  operation(no, { status: 'done', qtyGood, startedAt: 1, endedAt: 2 });
const nothing = () => ({ feeders: [], materials: [] });
const order = (...operations: OperationFacts[]): WorkOrderFacts => ({
  kind: 'make-to-order',
  status: 'released',
  qty: '100',
  operations,
});
const statuses = (workOrder: WorkOrderFacts, awaited = nothing as Parameters<typeof settleWorkOrder>[1]) =>
  settleWorkOrder(workOrder, awaited);

describe('what an operation waits for', () => {
  it('is the one before it until that has delivered a piece', () => {
    expect(missingFor({ previous: operation(10), feeders: [], materials: [] })).toEqual(['WO-1.10']);
    expect(missingFor({ previous: operation(10, { qtyGood: '1' }), feeders: [], materials: [] })).toEqual([]);
    expect(missingFor({ previous: done(10, '0'), feeders: [], materials: [] })).toEqual([]);
  });

  it('are child work orders that are not done, and material', () => {
    const feeders = [
      { id: 'WO-2', status: 'running' as const },
      { id: 'WO-3', status: 'done' as const },
      { id: 'WO-4', status: 'cancelled' as const },
    ];
    expect(missingFor({ previous: null, feeders, materials: ['flour'] })).toEqual(['WO-2', 'flour']);
  });
});

describe('a work order of history', () => {
  it('ends nothing because something else delivered nothing', () => {
    const history = { ...order(done(10, '0'), operation(20)), kind: 'import' as const };
    expect(statuses(history)).toEqual({
      operations: [{ id: 'WO-1.20', status: 'ready', qtyTarget: '100' }],
      status: 'running',
      qtyGood: '0',
    });
  });
});

describe('a work order', () => {
  it('is released with its first operation ready', () => {
    expect(statuses(order(operation(10), operation(20)))).toEqual({
      operations: [{ id: 'WO-1.10', status: 'ready', qtyTarget: '100' }],
      status: 'released',
      qtyGood: '0',
    });
  });

  it('hands the good pieces on: 95 of 100 are the target of the next', () => {
    expect(statuses(order(done(10, '95'), operation(20), operation(30)))).toEqual({
      operations: [
        { id: 'WO-1.20', status: 'ready', qtyTarget: '95' },
        { id: 'WO-1.30', status: 'waiting', qtyTarget: '95' },
      ],
      status: 'running',
      qtyGood: '0',
    });
  });

  it('is done with its last operation', () => {
    expect(statuses(order(done(10, '95'), done(20, '93')))).toEqual({
      operations: [],
      status: 'done',
      qtyGood: '93',
    });
  });

  it('ends when nothing is left to work on, and comes back when that was a mistake', () => {
    const lost = order(done(10, '0'), operation(20), operation(30));
    expect(statuses(lost)).toMatchObject({
      operations: [
        { id: 'WO-1.20', status: 'cancelled', qtyTarget: '0' },
        { id: 'WO-1.30', status: 'cancelled', qtyTarget: '0' },
      ],
      status: 'done',
    });
    const corrected = order(done(10, '90'), operation(20, { status: 'cancelled', qtyTarget: '0' }));
    expect(statuses({ ...corrected, status: 'done' })).toMatchObject({
      operations: [{ id: 'WO-1.20', status: 'ready', qtyTarget: '90' }],
      status: 'running',
    });
  });

  it('goes back to waiting when the report before it is taken back', () => {
    const reopened = operation(10, { status: 'paused', startedAt: 1 });
    expect(statuses(order(reopened, operation(20, { status: 'ready', qtyTarget: '95' })))).toMatchObject({
      operations: [{ id: 'WO-1.20', status: 'waiting', qtyTarget: '100' }],
      status: 'running',
    });
  });

  it('leaves running, held and cancelled work alone', () => {
    const running = operation(20, { status: 'running', startedAt: 3, qtyTarget: '95' });
    expect(statuses(order(done(10, '95'), running)).operations).toEqual([]);
    const cancelled = { ...order(operation(10, { status: 'cancelled' })), status: 'cancelled' as const };
    expect(statuses(cancelled)).toEqual({ operations: [], status: 'cancelled', qtyGood: '0' });
  });

  it('settled twice changes nothing more', () => {
    const once = order(done(10, '95'), operation(20), operation(30));
    const changes = new Map(statuses(once).operations.map((one) => [one.id, one]));
    const twice = { ...once, operations: once.operations.map((one) => ({ ...one, ...changes.get(one.id) })) };
    expect(statuses(twice).operations).toEqual([]);
  });
});
