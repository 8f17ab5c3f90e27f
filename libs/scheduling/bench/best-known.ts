import Papa from 'papaparse';
import type { Source } from './formats/source';

/** What is known of an instance from elsewhere. */
export interface Known {
  bestKnown: number;
  lowerBound?: number;
}

/** Known values by the names under which an instance may be looked up. */
export type BestKnown = ReadonlyMap<string, Known>;

/**
 * Reads a table with the columns `instance` (or `file`), `best_known` and, where known, `lower_bound` and `f`. Rows without
 * a number are left out.
 */
export function readBestKnown({ text }: Source): BestKnown {
  const table = Papa.parse<Record<string, string>>(text.trim(), { header: true, skipEmptyLines: true });
  const known = new Map<string, Known>();
  for (const row of table.data) {
    const bestKnown = Number(row.best_known || Number.NaN);
    if (!Number.isFinite(bestKnown)) continue;
    const lowerBound = Number(row.lower_bound || Number.NaN);
    const entry = { bestKnown, ...(Number.isFinite(lowerBound) ? { lowerBound } : {}) };
    const names = [row.file, row.instance, row.f && `${row.instance}-f${row.f}`];
    for (const name of names) if (name) known.set(plainName(name), entry);
  }
  return known;
}

/** What is known of an instance, by its name or file name. */
export function lookUp(known: BestKnown, name: string): Known | undefined {
  return known.get(plainName(name));
}

/** A name without ending: `ta01js.txt`, `ta01js` and `TA01` are the same instance. */
function plainName(name: string): string {
  return name
    .toLowerCase()
    .replace(/\.(txt|fjs|json|zip)$/, '')
    .replace(/^(ta\d+)js$/, '$1')
    .replace(/[-_ ]f?(?=1\.\d$)/, '-f');
}
