/**
 * The names of files, folders and classes: kebab-case, and never a word that could hold anything. Used by the lint
 * rules and by the metrics.
 */

const drawers = [
  'util',
  'utils',
  'utility',
  'utilities',
  'helper',
  'helpers',
  'common',
  'misc',
  'manager',
  'base',
];

/**
 * Is a name a drawer for anything: one of the words above alone, as the last word (`date-utils`, `ScheduleManager`)
 * or, where it says nothing about the rest, as the first (`base-service`, `CommonTypes`)? A plant's manager may open a
 * name (`manager-page`): she is a person.
 * @param {string} name a file's name up to its first dot, a folder's or a class's name; kebab-case or PascalCase
 */
export function isVague(name) {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split('-');
  return drawers.includes(words.at(-1)) || ['base', 'common', 'misc'].includes(words[0]);
}

/** `order-line.repository.ts`: kebab-case, its roles as suffixes. */
export const isKebab = (fileName) => /^\.?[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/.test(fileName);

/**
 * What is wrong with the names in a path, as sentences; empty when nothing is.
 * @param {string} path relative to the project's root, with `/`
 */
export function nameFaults(path) {
  const parts = path.split('/');
  const file = parts.at(-1);
  const faults = parts
    .map((part) => part.split('.')[0])
    .filter(isVague)
    .map((part) => `"${part}" could hold anything. Maybe name what it does.`);
  if (!isKebab(file)) faults.push(`"${file}" is not kebab-case.`);
  const suffix = file.split('.').slice(1, -1).join('.');
  if (/^libs\/(?!ui\/)[^/]+\/src\//.test(path) && !['', 'spec', 'd'].includes(suffix))
    faults.push(
      `"${file}" has a role "${suffix}", and libs have no roles. Maybe join the words with a dash.`,
    );
  return faults;
}
