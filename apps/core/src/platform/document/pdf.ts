import { join, dirname } from 'node:path';
import type { Document, DocumentCell, DocumentTable } from './document';
import { draw } from './drawing';
import type { PdfContent, PdfDefinition } from './pdf-content';

const FONT = 'NotoSansSC';

/** Runs in a thread of its own. */
const THREAD = `
const { parentPort, workerData: { pdfmake, font, regular, bold, definition, numbered } } = require('node:worker_threads');
const pdf = require(pdfmake);
pdf.setFonts({ [font]: { normal: regular, bold, italics: regular, bolditalics: bold } });
pdf.setUrlAccessPolicy(() => false);
pdf.setLocalAccessPolicy((path) => path === regular || path === bold);
const footer = (page, pages) => ({ text: page + ' / ' + pages, alignment: 'center', fontSize: 8, margin: [0, 12, 0, 0] });
pdf.createPdf({ ...definition, ...(numbered ? { footer } : {}) }).getBuffer().then((bytes) => parentPort.postMessage(bytes));
`;

const fontFile = (weight: string): string =>
  join(
    dirname(require.resolve('@expo-google-fonts/noto-sans-sc/package.json')),
    weight,
    `NotoSansSC_${weight}.ttf`,
  );

/**
 * Draws a PDF in Noto Sans SC, of which the glyphs that are used are embedded.
 * @param definition of pdfmake; images and addresses from outside are refused
 * @param numbered are there page numbers?
 * @see https://pdfmake.github.io/docs/
 */
export function drawPdf(definition: PdfDefinition, numbered = false): Promise<Buffer> {
  const files = {
    pdfmake: require.resolve('pdfmake'),
    regular: fontFile('400Regular'),
    bold: fontFile('700Bold'),
  };
  const defaults = { ...definition, defaultStyle: { font: FONT, fontSize: 9 } };
  return draw(THREAD, { ...files, font: FONT, definition: defaults, numbered });
}

const shown = (cell: DocumentCell): PdfContent => {
  if (cell === null) return '';
  if (typeof cell === 'string') return cell;
  const text = cell.value.toLocaleString('en', {
    minimumFractionDigits: cell.decimals,
    maximumFractionDigits: cell.decimals,
  });
  return { text, alignment: 'right' };
};

function tableOf({ title, columns, rows, empty, notes = [] }: DocumentTable): PdfContent[] {
  const head: PdfContent = { text: title, bold: true, fontSize: 12, margin: [0, 14, 0, 4] };
  if (rows.length === 0) return [head, { text: empty, color: '#555555' }];
  const body = [columns.map((text) => ({ text, bold: true })), ...rows.map((row) => row.map(shown))];
  const widths = columns.map((_, i) => (i === 0 ? '*' : 'auto'));
  const beneath = notes.map((text): PdfContent => ({
    text,
    fontSize: 8,
    color: '#555555',
    margin: [0, 3, 0, 0],
  }));
  return [head, { table: { headerRows: 1, widths, body }, layout: 'lightHorizontalLines' }, ...beneath];
}

/** A document as PDF, A4; wide tables lie on their side. */
export function pdfOf({ title, about, tables }: Document): Promise<Buffer> {
  const WIDE = 7;
  const landscape = tables.some(({ columns }) => columns.length > WIDE);
  const content: PdfContent[] = [
    { text: title, bold: true, fontSize: 18 },
    { text: about.join(' · '), color: '#555555', margin: [0, 2, 0, 0] },
    ...tables.flatMap(tableOf),
  ];
  const pageOrientation = landscape ? 'landscape' : 'portrait';
  return drawPdf(
    { pageSize: 'A4', pageOrientation, pageMargins: [40, 36, 40, 44], info: { title }, content },
    true,
  );
}
