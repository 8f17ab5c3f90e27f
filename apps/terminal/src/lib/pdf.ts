import { getDocument, GlobalWorkerOptions, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import worker from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';

// The older build: tablets on a floor are not of this year.
GlobalWorkerOptions.workerSrc = worker;

/** Most pixels of one page on the screen: a tablet has no memory for more. */
const PIXELS_MAX = 16_000_000;

/** A PDF that is open. */
export type PdfDocument = PDFDocumentProxy;

/** How Chinese characters are numbered in PDFs that bring no font of their own: `GBK-EUC-H` → address. */
const charts = import.meta.glob<string>(
  '../../../../node_modules/pdfjs-dist/cmaps/{Adobe-GB1-*,GB*,UniGB-*}.bcmap',
  { eager: true, query: '?url&no-inline', import: 'default' },
);

class Charts {
  readonly isCompressed = true;
  async fetch({ name }: { readonly name: string }) {
    const [, address] = Object.entries(charts).find(([path]) => path.endsWith(`/${name}.bcmap`)) ?? [];
    if (address === undefined) throw new Error(`no chart of characters ${name}`);
    const reply = await fetch(address);
    return { cMapData: new Uint8Array(await reply.arrayBuffer()), isCompressed: this.isCompressed };
  }
}

/** Opens a PDF. @throws where it is none, is broken, or asks for a password */
export async function openPdf(content: Blob): Promise<PdfDocument> {
  const data = new Uint8Array(await content.arrayBuffer());
  return getDocument({ data, CMapReaderFactory: Charts, useWorkerFetch: false }).promise;
}

/** Size of a page by itself, px. @param page from 0 */
export async function pageSize(pdf: PdfDocument, page: number): Promise<{ width: number; height: number }> {
  const { width, height } = (await pdf.getPage(page + 1)).getViewport({ scale: 1 });
  return { width, height };
}

/**
 * Draws a page.
 * @param pdf the document
 * @param page from 0
 * @param canvas what it is drawn on; it takes the size of the page
 * @param scale by how much it is enlarged
 * @returns how to stop, and when it is drawn
 */
export async function drawPage(
  pdf: PdfDocument,
  page: number,
  canvas: HTMLCanvasElement,
  scale: number,
): Promise<{ readonly stop: () => void; readonly drawn: Promise<void> }> {
  const one = await pdf.getPage(page + 1);
  const viewport = one.getViewport({ scale });
  const area = viewport.width * viewport.height;
  const sharp = Math.min(devicePixelRatio, Math.sqrt(PIXELS_MAX / area));
  canvas.width = Math.floor(viewport.width * sharp);
  canvas.height = Math.floor(viewport.height * sharp);
  canvas.style.width = `${viewport.width}px`;
  canvas.style.height = `${viewport.height}px`;
  const task = one.render({ canvas, viewport, transform: [sharp, 0, 0, sharp, 0, 0] });
  return { stop: () => task.cancel(), drawn: task.promise };
}
