import type { KpiDefinition, KpiFact, KpiValue, Language } from '@takt/contracts';
import { isAnnual, NOT_ANNUALISED, remarksOf, stopLosses, type Kpi } from '@takt/kpi';
import type { DocumentCell, DocumentTable } from '../../../platform/document';
import type { ReportWords } from './report-words';
import type { Loss } from './report.repository';

/** Whom a report is written for. */
export interface Reader {
  readonly language: Language;
  readonly words: ReportWords;
  /** an instant on the clocks of the plant */
  readonly clock: (at: string) => string;
  readonly currency: string;
}

/** A figure of a report. */
export interface ReportFigure {
  readonly kpi: Kpi;
  /** null: nothing is known */
  readonly total: KpiValue | null;
  readonly previous: KpiValue | null;
  readonly target: number | null;
  readonly light: string;
  /** by shift, where the report is about shifts */
  readonly shifts: ReadonlyMap<string, KpiValue>;
}

const SEC_PER_HOUR = 3600;

/** The name in the reader's language. */
export function nameIn(
  { language }: Reader,
  { name, nameZh }: { readonly name: string; readonly nameZh?: string | null | undefined },
): string {
  return language === 'zh-CN' ? (nameZh ?? name) : name;
}

/** Decimals that a value needs: large ones none, small ones two. */
const decimalsOf = (size: number): number => (size >= 1000 ? 0 : size < 1 ? 2 : 1);

/** A number with the decimals that it needs. */
export const numberCell = (value: number, decimals = decimalsOf(Math.abs(value))): DocumentCell => ({
  value,
  decimals,
});

/** A value as it is written: nothing to measure and nothing known are told apart from zero. */
export function valueCell({ words }: Reader, unit: string, value: KpiValue | null | undefined): DocumentCell {
  if (!value || value.completeness === 0) return words.noData;
  if (value.value === null) return words.notAvailable;
  return numberCell(unit === 's' ? value.value / SEC_PER_HOUR : value.value);
}

/** The unit as it is written: durations are told in hours. */
export function unitOf(reader: Reader, { unit }: KpiDefinition, note: string | null): string {
  if (unit === 'turns' && note === NOT_ANNUALISED) return reader.words.turns;
  const known = unit === 's' ? 'h' : unit;
  return (reader.words.units[known] ?? known).replace('money', reader.currency);
}

/** A value under the name of its figure. */
type Named = readonly [definition: KpiDefinition, value: KpiValue | null];

/**
 * What has to be said of some values, as the pages say it: each sentence once, after the figures that it is about. How much of the input is
 * known stands in a column of its own.
 */
function notesOf(reader: Reader, values: readonly Named[]): string[] {
  const about = new Map<string, Set<string>>();
  for (const [definition, value] of values)
    for (const remark of remarksOf(value, (share) => (share * 100).toFixed(0)))
      if (remark.kind !== 'share') {
        const sentence = nameIn(reader, remark);
        about.set(sentence, (about.get(sentence) ?? new Set()).add(nameIn(reader, definition)));
      }
  return [...about].map(([sentence, names]) => reader.words.about([...names], sentence));
}

/** Of values of which the unit stands once above all: are they turns of a year, or of the window alone? */
const noteOf = (values: Iterable<KpiValue>): string | null =>
  [...values].some((one) => one.value !== null && isAnnual(one)) ? null : NOT_ANNUALISED;

/** Can it be held against the value now? Turns of a year say nothing about turns of some days. */
const isAlike = (total: KpiValue | null, previous: KpiValue | null): boolean =>
  total === null || previous === null || isAnnual(total) === isAnnual(previous);

/** Every figure in a line: as it is, as it was before, against its target. */
export function figuresTable(reader: Reader, figures: readonly ReportFigure[]): DocumentTable {
  const { words } = reader;
  const rows = figures.map(({ kpi: { definition }, total, previous, target, light }) => [
    nameIn(reader, definition),
    valueCell(reader, definition.unit, total),
    unitOf(reader, definition, total?.note ?? null),
    isAlike(total, previous) ? valueCell(reader, definition.unit, previous) : null,
    target === null ? null : numberCell(definition.unit === 's' ? target / SEC_PER_HOUR : target),
    words.lights[light as keyof ReportWords['lights']],
    total && numberCell(total.completeness * 100, 0),
  ]);
  const columns = [
    words.figure,
    words.value,
    words.unit,
    words.before,
    words.target,
    words.state,
    words.complete,
  ];
  const notes = notesOf(
    reader,
    figures.map(({ kpi, total }) => [kpi.definition, total]),
  );
  return { title: words.figures, columns, rows, empty: words.none, notes };
}

/** Every figure that is kept by shift in a line, the shifts side by side, the day last. */
export function shiftsTable(reader: Reader, figures: readonly ReportFigure[]): DocumentTable {
  const { words } = reader;
  const shifts = [...new Set(figures.flatMap((one) => [...one.shifts.keys()]))].sort();
  const kept = figures.filter(({ kpi }) => kpi.definition.dimensions.includes('shift'));
  const rows = kept.map(({ kpi: { definition }, total, shifts: own }) => [
    nameIn(reader, definition),
    unitOf(reader, definition, noteOf([...own.values(), ...(total ? [total] : [])])),
    ...shifts.map((key) => valueCell(reader, definition.unit, own.get(key))),
    valueCell(reader, definition.unit, total),
  ]);
  const titles = shifts.map((key) => key.slice('YYYY-MM-DDT'.length).replace('/', ' '));
  const notes = notesOf(
    reader,
    kept.flatMap(({ kpi, total, shifts: own }) =>
      [total, ...shifts.map((key) => own.get(key) ?? null)].map((value): Named => [kpi.definition, value]),
    ),
  );
  return {
    title: words.figures,
    columns: [words.figure, words.unit, ...titles, words.day],
    rows,
    empty: words.none,
    notes,
  };
}

/** Rows of some figures by one dimension. */
export function gridTable(
  reader: Reader,
  title: string,
  corner: string,
  {
    names,
    columns,
  }: {
    readonly names: ReadonlyMap<string, string>;
    readonly columns: readonly { readonly kpi: Kpi; readonly values: ReadonlyMap<string, KpiValue> }[];
  },
): DocumentTable {
  const seen = [...names].filter(([key]) => columns.some(({ values }) => values.has(key)));
  const rows = seen.map(([key, name]) => [
    name,
    ...columns.map(({ kpi, values }) => valueCell(reader, kpi.definition.unit, values.get(key))),
  ]);
  const titles = columns.map(
    ({ kpi: { definition }, values }) =>
      `${nameIn(reader, definition)} ${unitOf(reader, definition, noteOf(values.values()))}`,
  );
  const notes = notesOf(
    reader,
    seen.flatMap(([key]) =>
      columns.map(({ kpi, values }): Named => [kpi.definition, values.get(key) ?? null]),
    ),
  );
  return { title, columns: [corner, ...titles], rows, empty: reader.words.none, notes };
}

/** Downtime by reason in minutes, the longest first; short stops are one row. */
export function stopTable(
  facts: readonly KpiFact[],
  reasons: ReadonlyMap<string, { readonly name: string; readonly nameZh: string | null }>,
  shortStops: string,
): Loss[] {
  const losses = new Map<string, Loss>();
  for (const { short, reason, sec } of stopLosses(facts)) {
    if (sec <= 0) continue;
    const own = reason === null ? null : (reasons.get(reason) ?? { name: reason, nameZh: null });
    const names = short ? { name: shortStops, nameZh: shortStops } : own;
    const key = short ? 'short' : `reason ${reason ?? ''}`;
    const so = losses.get(key);
    losses.set(key, {
      ...{ reason: names?.name ?? null, reasonZh: names?.nameZh ?? null },
      times: (so?.times ?? 0) + 1,
      amount: (so?.amount ?? 0) + sec / 60,
    });
  }
  return [...losses.values()].sort((a, b) => b.amount - a.amount);
}

/** What was lost by reason. */
export function lossTable(
  reader: Reader,
  title: string,
  amount: string,
  losses: readonly Loss[],
): DocumentTable {
  const { words } = reader;
  const nameOf = ({ reason, reasonZh }: Loss): string =>
    reason === null ? words.unexplained : nameIn(reader, { name: reason, nameZh: reasonZh });
  const rows = losses.map((loss) => [nameOf(loss), numberCell(loss.times, 0), numberCell(loss.amount)]);
  return { title, columns: [words.reason, words.times, amount], rows, empty: words.none };
}

/** Order lines that missed what was promised. */
export function lateTable(reader: Reader, facts: readonly KpiFact[]): DocumentTable {
  const { words, clock } = reader;
  const text = (value: string | number | null | undefined): string =>
    value === null || value === undefined ? '' : String(value);
  const when = (value: string | number | null | undefined): string =>
    typeof value === 'string' ? clock(value) : '–';
  const rows = facts.map(({ id, values }) => [
    id,
    text(values['item']),
    text(values['customer']),
    when(values['committedAt']),
    when(values['shippedAt']),
  ]);
  return {
    title: words.late,
    columns: [words.order, words.item, words.customer, words.promised, words.shipped],
    rows,
    empty: words.none,
  };
}
