/**
 * What a PDF is made of, as far as documents here need it.
 * @see https://pdfmake.github.io/docs/0.3/document-definition-object/
 */
export type PdfContent = string | PdfBlock;

/** A block of a PDF; lengths in points. The published types of pdfmake bring those of browsers into the whole of core. */
export interface PdfBlock {
  readonly text?: string;
  readonly svg?: string;
  readonly stack?: readonly PdfContent[];
  readonly columns?: readonly PdfContent[];
  readonly columnGap?: number;
  readonly table?: {
    readonly headerRows: number;
    readonly widths: readonly string[];
    readonly body: readonly (readonly PdfContent[])[];
  };
  readonly layout?: 'lightHorizontalLines';
  readonly width?: number | '*';
  readonly fit?: readonly [width: number, height: number];
  /** all sides, or left, top, right, bottom */
  readonly margin?: number | readonly [number, number, number, number];
  readonly bold?: boolean;
  readonly fontSize?: number;
  readonly color?: string;
  readonly alignment?: 'left' | 'center' | 'right';
  readonly pageBreak?: 'before';
}

/** A whole PDF. It holds no functions, so that it can be handed to a thread. */
export interface PdfDefinition {
  readonly pageSize: 'A4' | { readonly width: number; readonly height: number };
  readonly pageOrientation?: 'portrait' | 'landscape';
  readonly pageMargins: number | readonly [number, number, number, number];
  readonly info: { readonly title: string };
  readonly content: readonly PdfContent[];
}
