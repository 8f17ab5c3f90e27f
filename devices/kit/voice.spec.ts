import { Voice, newBoot } from './voice';

const oven = { plant: 'main', line: 'bakery', station: 'oven-1' };

describe('the voice of a station', () => {
  it('numbers what it says from 0, over all channels of a boot', () => {
    const voice = new Voice(oven, () => 1000.4, 'b1');
    expect(voice.say('state', { state: 'running' })).toEqual({
      key: 'takt/v1/main/bakery/oven-1 b1 0',
      root: 'takt/v1/main/bakery/oven-1',
      boot: 'b1',
      seq: 0,
      topic: 'takt/v1/main/bakery/oven-1/state',
      payload: '{"boot":"b1","seq":0,"at":1000,"state":"running"}',
      retain: false,
    });
    expect(voice.say('count', { good: 1, scrap: 0 }, 900)).toMatchObject({ seq: 1, retain: false });
    expect(voice.say('status', { online: true })).toMatchObject({ seq: 2, retain: true });
  });

  it('spends no number on what the contract refuses', () => {
    const voice = new Voice(oven, () => 1000, 'b1');
    expect(() => voice.say('count', { good: -1, scrap: 0 })).toThrow();
    expect(() => voice.say('measure', { values: { oven_c: NaN } })).toThrow();
    const many = Object.fromEntries(Array.from({ length: 200 }, (_, i) => [`m${i}`, 1]));
    expect(voice.say('measure', { values: many }).seq).toBe(0);
  });

  it('has another boot after each start', () => {
    expect(new Set(Array.from({ length: 100 }, newBoot)).size).toBe(100);
  });
});
