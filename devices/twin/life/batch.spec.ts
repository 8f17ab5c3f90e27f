import { oven } from '../../oven/profile';
import { mixer } from '../../mixer/profile';
import { Draw } from '../draw';
import { Batch } from './batch';

const exact = { ...oven, paceFactor: [1, 1] as const };
const spoils = { ...oven.scrap, ofOperations: 1, ofPieces: [0.1, 0.1] as const };
const clean = { ...oven.scrap, ofOperations: 0 };
const order = { operation: 'WO-1.10', pieces: 20, secPerPiece: 10 };
const draw = () => new Draw(1, 'batch');

describe('a batch', () => {
  it('comes out piece by piece', () => {
    const batch = new Batch(order, { ...exact, scrap: clean }, draw());
    batch.run(59);
    expect([batch.made, batch.restSec]).toEqual([{ good: 5, scrap: 0 }, 141]);
    batch.run(1_000);
    expect([batch.made, batch.restSec]).toEqual([{ good: 20, scrap: 0 }, 0]);
  });

  it('is short of what was spoilt', () => {
    const batch = new Batch(order, { ...exact, scrap: spoils }, draw());
    batch.run(100);
    expect(batch.made).toEqual({ good: 9, scrap: 1 });
    batch.run(100);
    expect([batch.made, oven.scrap.reasons.map(({ reason }) => reason)]).toEqual([
      { good: 18, scrap: 2 },
      expect.arrayContaining([batch.scrapReason]),
    ]);
  });

  it('is made up for from bulk material', () => {
    const bulk = { ...mixer, paceFactor: [1, 1] as const, scrap: { ...spoils, madeAgain: true } };
    const batch = new Batch(order, bulk, draw());
    expect(batch.restSec).toBe(220);
    batch.run(220);
    expect(batch.made).toEqual({ good: 20, scrap: 2 });
  });

  it('may become smaller or larger, but never than what is made', () => {
    const batch = new Batch(order, { ...exact, scrap: clean }, draw());
    batch.run(80);
    batch.retarget(10);
    expect(batch.restSec).toBe(20);
    batch.retarget(5);
    expect([batch.restSec, batch.made.good]).toEqual([0, 8]);
    batch.retarget(30);
    expect(batch.restSec).toBe(220);
  });
});
