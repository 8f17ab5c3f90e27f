const needsQuotes = /[",\r\n]/;
/** A cell that begins so would be run as a formula by a spreadsheet. */
const formula = /^[=+\-@\t\r]/;
const number = /^[+-]?\d+(?:\.\d+)?$/;

function cell(value: string): string {
  const safe = formula.test(value) && !number.test(value) ? `'${value}` : value;
  return needsQuotes.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * Writes rows as CSV for spreadsheets: UTF-8 with a mark at the beginning, CRLF, text that looks like a formula disarmed.
 * @param rows cells as text, headings first
 * @see RFC 4180; OWASP, CSV injection
 */
export function toCsv(rows: readonly (readonly string[])[]): string {
  return `\ufeff${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}
