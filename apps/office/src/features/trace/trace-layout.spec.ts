import { layOut, type Trace } from './trace-layout';

const thing = (kind: 'lot' | 'work-order' | 'order-line', id: string) => ({
  ...{ kind, id, item: null, itemName: null, itemNameZh: null, at: null },
  ...{ expiresAt: null, supplierLot: null, customer: null, customerName: null, customerNameZh: null },
});
const point = (name: string) => ({
  kind: name.startsWith('W')
    ? ('work-order' as const)
    : name.startsWith('O')
      ? ('order-line' as const)
      : ('lot' as const),
  id: name,
});
const link = (direction: 'back' | 'forward', depth: number, from: string, to: string) => ({
  ...{ direction, depth, from: point(from), to: point(to), item: 'i', qty: '1', unit: 'pcs' },
  firstAt: '2026-03-04T00:00:00Z',
});
const traced = (start: string, links: readonly ReturnType<typeof link>[]): Trace => {
  const names = [...new Set(links.flatMap(({ from, to }) => [from.id, to.id]))].filter((id) => id !== start);
  const things = names.map((id) => thing(point(id).kind, id));
  return {
    start: thing(point(start).kind, start),
    things,
    links: [...links],
    operations: [],
    complete: true,
  };
};
const placesOf = (trace: Trace) =>
  Object.fromEntries(layOut(trace).nodes.map(({ thing: { id }, column, row }) => [id, [column, row]]));

it('lies from what it came from on the left to who got it on the right', () => {
  const trace = traced('L2', [
    link('back', 1, 'W1', 'L2'),
    link('back', 2, 'L1', 'W1'),
    link('forward', 1, 'L2', 'O1/1'),
    link('forward', 1, 'L2', 'O2/1'),
  ]);
  expect(placesOf(trace)).toEqual({ L1: [-2, 0], W1: [-1, 0], L2: [0, 0], 'O1/1': [1, 0], 'O2/1': [1, 1] });
  expect(layOut(trace)).toMatchObject({ columns: [-2, 1], rows: 2 });
  expect(layOut(trace).arrows).toHaveLength(4);
});

it('puts a thing that was reached on two ways as far away as the longer', () => {
  const trace = traced('L1', [
    link('forward', 1, 'L1', 'W1'),
    link('forward', 1, 'L1', 'W2'),
    link('forward', 2, 'W1', 'L2'),
    link('forward', 3, 'L2', 'W2'),
  ]);
  expect(placesOf(trace)).toMatchObject({ W1: [1, 0], L2: [2, 0], W2: [3, 0] });
});

it('goes once round a loop of rework, and stays where it began', () => {
  const trace = traced('L1', [link('forward', 1, 'L1', 'W1'), link('forward', 2, 'W1', 'L1')]);
  expect(placesOf(trace)).toEqual({ L1: [0, 0], W1: [1, 0] });
});

it('keeps what hangs together side by side', () => {
  const trace = traced('L0', [
    link('forward', 1, 'L0', 'WA'),
    link('forward', 1, 'L0', 'WB'),
    link('forward', 2, 'WB', 'La'),
    link('forward', 2, 'WA', 'Lz'),
  ]);
  expect(placesOf(trace)).toMatchObject({ WA: [1, 0], WB: [1, 1], Lz: [2, 0], La: [2, 1] });
});
