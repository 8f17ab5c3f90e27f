import { searchMs } from './urgency';

describe('a replan searches', () => {
  it('as long as it may when nobody waits for it', () =>
    expect(searchMs(['delay', 'progress'], 5000, 900)).toBe(900));
  it('for what the time since the request has left when somebody waits', () =>
    expect(searchMs(['delay', 'station-down', 'order-created'], 300, 900)).toBe(500));
  it('shorter for an order alone', () => expect(searchMs(['delay', 'order-created'], 100, 900)).toBe(400));
  it('a little while, however long somebody has waited', () =>
    expect(searchMs(['station-down'], 5000, 900)).toBe(300));
  it('never longer than it may', () => {
    expect(searchMs(['order-created'], 0, 100)).toBe(100);
    expect(searchMs(['order-created'], 5000, 100)).toBe(100);
  });
});
