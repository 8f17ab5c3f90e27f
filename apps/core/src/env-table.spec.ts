import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { envSchema } from './env';

/** What the README says of the settings, as it should be. */
function settingsTable(): string {
  const { properties = {} } = z.toJSONSchema(envSchema, { io: 'input', unrepresentable: 'any' });
  const rows = Object.entries(properties)
    .filter(([name]) => name !== 'NODE_ENV')
    .map(([name, property]) => {
      const { default: value, description } = property as { default?: unknown; description: string };
      const shown = value === undefined || value === '' ? '' : `\`${String(value)}\``;
      return `| \`${name}\` | ${shown} | ${description} |`;
    });
  return ['| setting | default | what it is |', '|---|---|---|', ...rows].join('\n');
}

test('the README names every setting, its default and what it is', () => {
  const readme = readFileSync(join(__dirname, '../../../README.md'), 'utf8');
  const [, written = ''] = /<!-- settings:begin -->\n([^]*?)\n?<!-- settings:end -->/.exec(readme) ?? [];
  expect(written.trim()).toBe(settingsTable());
});
