import { expectedBack } from './downtime';

describe('a station that is down is expected back', () => {
  it('after its usual time', () => expect(expectedBack(0, 3600, 600_000)).toBe(3_600_000));
  it('after half an hour when nothing is known', () => expect(expectedBack(0, null, 0)).toBe(1_800_000));
  it('not within the next ten minutes', () => expect(expectedBack(0, 3600, 3_500_000)).toBe(4_100_000));
  it('after half of its usual time once more when that is over', () =>
    expect(expectedBack(0, 3600, 4_000_000)).toBe(5_800_000));
});
