import type { Operation } from '@takt/contracts';
import { byUrgency, steadyWork } from './steady-work';

const operation = (id: string, status: Operation['status'], plannedStartAt: string | null = null) =>
  ({ id, status, plannedStartAt }) as Operation;
const early = '2026-03-11T08:00:00Z';
const late = '2026-03-11T09:00:00Z';
const nobody = { shown: undefined, held: false, noticed: new Set<string>() };

it('puts what runs first, then what is paused, then the plan', () => {
  const all = [
    operation('a', 'ready', late),
    operation('b', 'paused'),
    operation('c', 'running'),
    operation('d', 'ready', early),
    operation('e', 'done'),
    operation('f', 'ready'),
  ];
  expect(byUrgency(all).map(({ id }) => id)).toEqual(['c', 'b', 'd', 'a', 'f']);
});
it('names now and next', () => {
  const { now, next } = steadyWork([operation('a', 'ready', late), operation('b', 'ready', early)], nobody);
  expect([now?.id, next?.id]).toEqual(['b', 'a']);
});
it('has nothing where nothing is planned', () =>
  expect(steadyWork([], nobody)).toEqual({ now: undefined, next: undefined, gone: false }));

describe('with somebody at the screen', () => {
  const shown = operation('a', 'ready', early);
  const held = { shown, held: true, noticed: new Set<string>() };
  it('does not swap what stands under the finger when the plan changes', () => {
    const { now, next } = steadyWork([operation('a', 'ready', late), operation('b', 'ready', early)], held);
    expect([now?.id, next?.id]).toEqual(['a', 'b']);
  });
  it('shows it as it is now, not as it was', () => {
    expect(steadyWork([operation('a', 'held')], held).now?.status).toBe('held');
  });
  it('follows the plan when nobody is there any more', () => {
    const plan = [operation('a', 'ready', late), operation('b', 'ready', early)];
    expect(steadyWork(plan, { ...held, held: false }).now?.id).toBe('b');
  });
  it('shows what runs, whatever was shown', () => {
    expect(steadyWork([shown, operation('b', 'running')], held).now?.id).toBe('b');
  });
  it('leaves what was taken away on the screen until that is acknowledged', () => {
    const plan = [operation('b', 'ready')];
    const before = steadyWork(plan, { ...held, noticed: new Set(['a']) });
    expect([before.now?.id, before.gone, before.next?.id]).toEqual(['a', true, 'b']);
    expect(steadyWork(plan, held)).toMatchObject({ now: { id: 'b' }, gone: false });
  });
});
