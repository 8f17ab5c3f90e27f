export type { Document, DocumentCell, DocumentTable } from './document';
export { MEDIA } from './media';
export { drawPdf, pdfOf } from './pdf';
export type { PdfContent, PdfDefinition } from './pdf-content';
export { drawWorkbook, workbookOf, type Sheet } from './workbook';
