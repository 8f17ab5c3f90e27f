import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const root = join(__dirname, '..');
const inDocs = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' });
const pages = ['README.md', ...inDocs.filter((path) => path.endsWith('.md')).map((path) => `docs/${path}`)];
const read = (page: string) => readFileSync(join(root, page), 'utf8');
const matches = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map((match) => match[1]);

describe.each(pages)('%s', (page) => {
  it('links only to pages that exist', () => {
    const links = matches(read(page), /\]\(([^)#]+)[^)]*\)/g).filter((link) => !link.includes('://'));
    const paths = links.map((link) => join(root, dirname(page), link));
    expect(paths.filter((path) => !existsSync(path)).map((path) => relative(root, path))).toEqual([]);
  });

  it('names only npm scripts that exist', () => {
    const { scripts } = JSON.parse(read('package.json'));
    expect(matches(read(page), /`npm run ([a-z:-]+)/g).filter((name) => !(name in scripts))).toEqual([]);
  });
});

it('every decision is in the list, and has its four parts', () => {
  const files = inDocs.filter((path) => /^decisions\/\d/.test(path)).sort();
  expect(matches(read('docs/decisions/README.md'), /\]\((\d[^)]+)\)/g)).toEqual(
    files.map((path) => path.slice(10)),
  );
  const parts = ['Context', 'Decision', 'Measurement', 'Consequences'];
  const lacking = files.filter(
    (path) => !parts.every((part) => read(`docs/${path}`).includes(`**${part}.**`)),
  );
  expect(lacking).toEqual([]);
});
