import { readSettings } from './settings';

it('takes over what was kept', () =>
  expect(readSettings('{"idleMin":60,"largeIcons":true}')).toEqual({ idleMin: 60, largeIcons: true }));
it('lets a device that never rests be', () => expect(readSettings('{"idleMin":0}').idleMin).toBe(0));
it.each([null, 'null', '{', '{"idleMin":7,"largeIcons":"yes"}', '[]'])('starts anew from %p', (text) =>
  expect(readSettings(text)).toEqual({ idleMin: 15, largeIcons: false }),
);
