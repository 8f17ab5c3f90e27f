/**
 * The texts of the browser parts: English and Chinese say the same, nothing is missing, nothing is left over.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Endings of plurals by language; `count` chooses among them. */
const plurals = { en: ['_one', '_other'], 'zh-CN': ['_other'] };
const singular = (key) => key.replace(/_(one|other)$/, '');
const placeholders = (text) =>
  [...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name))].sort();

/** Every source file below a folder, tests apart. */
function sourcesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sourcesBelow(path);
    return /\.tsx?$/.test(entry.name) && !/\.spec\./.test(entry.name) ? [readFileSync(path, 'utf8')] : [];
  });
}

/** Is a key said somewhere, as a whole (`'nav.orders'`) or by its beginning (`` `state.${…}` ``)? */
function usage(sources) {
  const text = sources.join('\n');
  const whole = new Set([...text.matchAll(/['"`]([\w.-]+)['"`]/g)].map(([, key]) => key));
  const beginnings = [...text.matchAll(/`([\w.-]+[.-])\$\{/g)].map(([, start]) => start);
  return (key) => whole.has(key) || beginnings.some((start) => key.startsWith(start));
}

function compare(en, zh) {
  const singulars = (texts) => new Set(Object.keys(texts).map(singular));
  const faults = [];
  for (const key of singulars(en)) if (!singulars(zh).has(key)) faults.push(`"${key}" is missing in zh-CN`);
  for (const key of singulars(zh)) if (!singulars(en).has(key)) faults.push(`"${key}" is missing in en`);
  for (const [key, text] of Object.entries(zh)) {
    const own = en[key] ?? en[`${singular(key)}_other`];
    if (own === undefined) continue;
    if (placeholders(own).join() !== placeholders(text).join())
      faults.push(`"${key}" has the values ${placeholders(own)} in en, ${placeholders(text)} in zh-CN`);
    if (/[a-z]{3}/.test(text.replace(/\{\{\w+\}\}/g, '')) && text === own)
      faults.push(`"${key}" is not translated: "${text}"`);
  }
  return faults;
}

/** A plural without one of its endings, and a text in the wrong script. */
function within(language, texts) {
  return Object.entries(texts).flatMap(([key, text]) => {
    const lacking = plurals[language].filter(
      (ending) => /_(one|other)$/.test(key) && !(`${singular(key)}${ending}` in texts),
    );
    return [
      ...lacking.map((ending) => `"${singular(key)}" lacks ${ending} in ${language}`),
      ...(text.trim() === '' ? [`"${key}" is empty in ${language}`] : []),
      ...(language === 'en' && /\p{Script=Han}/u.test(text) ? [`"${key}" is Chinese in en`] : []),
    ];
  });
}

/**
 * What is wrong with the texts of a part, as sentences.
 * @param {{ en: Record<string, string>, zh: Record<string, string>, sources: string[] }} part
 */
export function textFaults({ en, zh, sources }) {
  const isSaid = usage(sources);
  const unused = [...new Set(Object.keys(en).map(singular))].filter((key) => !isSaid(key));
  return [
    ...compare(en, zh),
    ...within('en', en),
    ...within('zh-CN', zh),
    ...unused.map((key) => `"${key}" is said nowhere`),
  ];
}

/**
 * Reads the texts of a part and the sources that say them.
 * @param {string} texts folder with en.json and zh-CN.json
 * @param {string[]} folders folders of the sources
 */
export function readTexts(texts, folders) {
  const read = (language) => JSON.parse(readFileSync(join(texts, `${language}.json`), 'utf8'));
  return { en: read('en'), zh: read('zh-CN'), sources: folders.flatMap(sourcesBelow) };
}
