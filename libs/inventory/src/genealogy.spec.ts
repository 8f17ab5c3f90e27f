import type { MovementKind } from '@takt/contracts';
import { genealogy, recallList, trace, type TraceNode } from './genealogy';
import type { Cause, LedgerEntry } from './ledger';

let seq = 0;
const entry = (kind: MovementKind, lot: string, qty: string, cause: Cause): LedgerEntry => ({
  kind,
  lot,
  qty,
  cause,
  place: ['rework', 'return'].includes(kind) ? 'quarantine' : 'finished',
  id: `m${(seq += 1)}`,
  seq,
  item: lot.slice(0, 1),
  unit: 'pcs',
  value: '0',
  occurredAt: seq,
  recordedAt: seq,
  reverses: null,
  corrects: null,
  note: '',
});
const line = (order: string) => ({ order, orderLine: 1 });
const made = [
  entry('backflush', 'F1', '-5', { workOrder: 'W1' }),
  entry('completion', 'D1', '10', { workOrder: 'W1' }),
  entry('backflush', 'D1', '-6', { workOrder: 'W2' }),
  entry('backflush', 'F2', '-1', { workOrder: 'W2' }),
  entry('completion', 'C1', '6', { workOrder: 'W2' }),
  entry('backflush', 'D1', '-4', { workOrder: 'W3' }),
  entry('completion', 'C2', '4', { workOrder: 'W3' }),
  entry('shipment', 'C1', '-5', line('O1')),
  entry('shipment', 'C2', '-4', line('O2')),
  entry('shipment', 'C2', '-3', line('O1')),
];
const node = (kind: TraceNode['kind'], id: string): TraceNode => ({ kind, id });
const brief = (steps: readonly { depth?: number; from: TraceNode; to: TraceNode; qty: string }[]) =>
  steps.map((step) => `${step.depth ?? ''} ${step.from.id} → ${step.to.id} ${step.qty}`.trim());

describe('genealogy', () => {
  const links = genealogy(made);

  it('leads back from a shipped line to every lot it came from', () => {
    expect(brief(trace(links, node('order-line', 'O2/1'), 'back'))).toEqual([
      '1 C2 → O2/1 4',
      '2 W3 → C2 4',
      '3 D1 → W3 4',
      '4 W1 → D1 10',
      '5 F1 → W1 5',
    ]);
  });

  it('leads forward from a bad lot to every order that got it', () => {
    expect(
      brief(trace(links, node('lot', 'F1'), 'forward').filter((step) => step.to.kind === 'order-line')),
    ).toEqual(['5 C1 → O1/1 5', '5 C2 → O2/1 4', '5 C2 → O1/1 3']);
    expect(brief(trace(links, node('lot', 'F2'), 'forward'))).toEqual([
      '1 F2 → W2 1',
      '2 W2 → C1 6',
      '3 C1 → O1/1 5',
    ]);
    expect(brief(recallList(links, ['F1', 'F2', 'D1']))).toEqual([
      'C1 → O1/1 5',
      'C2 → O2/1 4',
      'C2 → O1/1 3',
    ]);
  });

  it('leaves out what was taken back, and lessens what came back', () => {
    const reversed = { ...entry('shipment', 'C2', '4', line('O2')), reverses: 'm9' };
    const returned = entry('return', 'C1', '2', line('O1'));
    expect(brief(recallList(genealogy([...made, reversed, returned]), ['F1']))).toEqual([
      'C1 → O1/1 3',
      'C2 → O1/1 3',
    ]);
  });

  it('goes once round a loop of rework', () => {
    const rework = [
      entry('rework', 'C1', '1', { workOrder: 'W2' }),
      entry('rework', 'C1', '-1', { workOrder: 'W4' }),
      entry('completion', 'C1', '1', { workOrder: 'W4' }),
    ];
    const steps = trace(genealogy([...made, ...rework]), node('lot', 'C1'), 'forward');
    expect(brief(steps)).toEqual(['1 C1 → O1/1 5', '1 C1 → W4 1', '2 W4 → C1 1']);
  });
});
