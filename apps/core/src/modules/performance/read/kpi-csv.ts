import { unparse } from 'papaparse';
import type { KpiValue } from '@takt/contracts';
import type { Kpi } from '@takt/kpi';

/**
 * A figure as CSV: one line a bucket, the whole last. UTF-8 with byte order mark, as Excel wants it; text that would be a formula is
 * quoted.
 */
export function kpiCsv(kpi: Kpi, buckets: readonly KpiValue[], total: KpiValue): string {
  const dimensions = Object.keys(buckets[0]?.bucket ?? {});
  const inputs = Object.keys(total.inputs);
  const rows = [...buckets, total].map((value) => ({
    kpi: value.kpi,
    version: value.version,
    ...Object.fromEntries(dimensions.map((name) => [name, value.bucket[name] ?? ''])),
    from: value.from,
    to: value.to,
    unit: kpi.definition.unit,
    value: value.value ?? '',
    numerator: value.numerator,
    denominator: value.denominator,
    completeness: value.completeness,
    note: value.note ?? '',
    ...Object.fromEntries(inputs.map((name) => [name, value.inputs[name] ?? ''])),
  }));
  return `\uFEFF${unparse(rows, { newline: '\r\n', escapeFormulae: true })}\r\n`;
}
