import { nextOf, piecesLeft, type ShownOperation } from './task';

const now = Date.parse('2026-03-02T08:00:00Z');
const shown = (id: string, status: ShownOperation['status'], minute: number | null): ShownOperation => ({
  id,
  status,
  station: 'oven-1',
  family: null,
  skill: null,
  qtyTarget: '100',
  qtyGood: '40',
  qtyScrap: '2',
  qtyRework: '0',
  runSecPerUnit: 1,
  setupSec: 0,
  plannedStartAt: minute === null ? null : new Date(now + minute * 60_000).toISOString(),
});
const always = () => true;

describe('what the screens tell to do', () => {
  it('is the earliest that is planned by now or soon', () => {
    const list = [shown('c', 'ready', 5), shown('b', 'ready', -5), shown('a', 'waiting', -60)];
    expect(nextOf(list, now, always)?.id).toBe('b');
    expect(nextOf([shown('d', 'ready', 11), shown('e', 'ready', null)], now, always)).toBeNull();
  });

  it('is what was begun before what is new', () => {
    const list = [shown('a', 'ready', -60), shown('b', 'paused', 30), shown('c', 'running', 0)];
    expect(nextOf(list, now, always)?.id).toBe('c');
    expect(nextOf(list, now, ({ id }) => id !== 'c')?.id).toBe('b');
  });

  it('says how much is left', () =>
    expect([piecesLeft(shown('a', 'paused', 0), false), piecesLeft(shown('a', 'paused', 0), true)]).toEqual([
      58, 60,
    ]));
});
