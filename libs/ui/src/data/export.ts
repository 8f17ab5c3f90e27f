import { toCsv } from './csv';
import type { Column } from './data-table';

/**
 * Offers a file to the browser.
 * @param name file name
 * @param content its content
 */
export function saveFile(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/**
 * Exports a list as it is seen: its columns, its rows, its order.
 * @param name file name without its ending
 * @param columns columns
 * @param rows rows
 */
export function exportRows<T>(name: string, columns: readonly Column<T>[], rows: readonly T[]): void {
  const cells = [
    columns.map(({ header }) => header),
    ...rows.map((row) => columns.map(({ text }) => text(row))),
  ];
  saveFile(`${name}.csv`, new Blob([toCsv(cells)], { type: 'text/csv;charset=utf-8' }));
}
