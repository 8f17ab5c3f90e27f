/** What a code is about. `unknown` may still be somebody's badge. */
export type ScanKind = 'operation' | 'work-order' | 'order' | 'lot' | 'station' | 'badge' | 'unknown';

/** A code as it was read. */
export interface ScanCode {
  readonly kind: ScanKind;
  /** id without its prefix */
  readonly id: string;
}

const prefixes: Readonly<Record<string, ScanKind>> = {
  OP: 'operation',
  WO: 'work-order',
  SO: 'order',
  LOT: 'lot',
  ST: 'station',
  ID: 'badge',
};
/** Ids that tell what they are by themselves. */
const shapes: readonly (readonly [RegExp, ScanKind])[] = [
  [/^WO-[\w-]+\.\d{1,4}$/i, 'operation'],
  [/^WO-[\w-]+$/i, 'work-order'],
  [/^SO-[\w-]+$/i, 'order'],
  [/^LOT-[\w.-]+$/i, 'lot'],
  [/^L-\d{1,12}$/i, 'lot'], // as core numbers lots that nobody named
];
/** GS1 element string with a batch: (01) GTIN, days such as (17) expiry, (10) batch; brackets or not, FNC1 as the scanner sends it. */
const gs1 = /^(?:\]C1|\]d2|\]Q3)?\(?01\)?\d{14}(?:\(?1[1-7]\)?\d{6})*\(?10\)?([\w./-]{1,20})/;

/**
 * Reads a code by the one grammar of the plant: `OP:WO-1017.20`, `LOT:…`, `ST:oven-1`, `ID:…` for a badge, ids that tell what
 * they are, GS1 labels with a batch.
 * @param code text of the scanner, as it came
 */
export function readScan(code: string): ScanCode {
  const text = code.trim();
  const [, prefix = '', rest = ''] = /^([A-Z]{2,3}):(.+)$/i.exec(text) ?? [];
  const named = prefixes[prefix.toUpperCase()];
  if (named !== undefined) return { kind: named, id: rest.trim() };
  const batch = gs1.exec(text)?.[1];
  if (batch !== undefined) return { kind: 'lot', id: batch };
  return { kind: shapes.find(([shape]) => shape.test(text))?.[1] ?? 'unknown', id: text };
}
