import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contrast } from './contrast';

const css = readFileSync(join(__dirname, 'theme.css'), 'utf8');
const themes = new Map(
  [...css.matchAll(/\[data-theme='(\w+)'\] \{([^}]*)\}/g)].map(([, name, body]) => [
    name as string,
    new Map([...(body as string).matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, key, hex]) => [key, hex])),
  ]),
);
const tones = ['red', 'yellow', 'green', 'blue', 'grey', 'accent'];
const grounds = ['bg', 'surface', 'raised'];

/** Text and the ground it stands on. */
const written: [string, string][] = [
  ['text', 'bar'],
  ...['text', 'soft'].flatMap((text) =>
    [...grounds, 'accent-soft', 'red-soft', 'yellow-soft', 'green-soft', 'blue-soft', 'grey-soft'].map(
      (ground) => [text, ground] as [string, string],
    ),
  ),
  ...tones.map((tone) => [`on-${tone}`, tone] as [string, string]),
  ...tones
    .filter((tone) => tone !== 'accent')
    .flatMap((tone) =>
      [...grounds, `${tone}-soft`].map((ground) => [`${tone}-ink`, ground] as [string, string]),
    ),
  ...[...grounds, 'accent-soft'].map((ground) => ['accent', ground] as [string, string]),
];
/** Small words of the plan, at a desk. */
const atDesk: [string, string][] = [['red-ink', 'bar']];
/** Borders of controls and fills that carry meaning, and what they must stand out from. */
const drawn: [string, string][] = [
  ...grounds.map((ground) => ['control', ground] as [string, string]),
  ...['red', 'green', 'blue'].map((tone) => [tone, 'surface'] as [string, string]),
];

describe.each([...themes.keys()])('theme %s', (name) => {
  const colour = (key: string) => {
    const hex = themes.get(name)?.get(key);
    if (!hex) throw new Error(`${name} has no --${key}`);
    return hex;
  };
  it.each(written)('writes %s on %s at 7:1 at least', (text, ground) => {
    expect(contrast(colour(text), colour(ground))).toBeGreaterThanOrEqual(7);
  });
  it.each(atDesk)('writes %s on %s at 4.5:1 at least', (text, ground) => {
    expect(contrast(colour(text), colour(ground))).toBeGreaterThanOrEqual(4.5);
  });
  it.each(drawn)('draws %s on %s at 3:1 at least', (edge, ground) => {
    expect(contrast(colour(edge), colour(ground))).toBeGreaterThanOrEqual(3);
  });
});

it('has the three themes', () => expect([...themes.keys()]).toEqual(['light', 'dark', 'contrast']));
it('knows black on white', () => expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5));
