export type { Document, DocumentCell, DocumentTable } from './document';
export { MEDIA } from './media';
export { drawPdf, pdfOf, type PdfDefinition } from './pdf';
export { workbookOf } from './workbook';
