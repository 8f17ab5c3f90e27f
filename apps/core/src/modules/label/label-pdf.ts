import { toSVG } from 'bwip-js/node';
import type { DrawnCode, Label } from '@takt/production';
import { drawPdf, type PdfContent } from '../../platform/document';

const PAGE = { width: 288, height: 180 } as const;
const MARGIN = 12;
const QR_SIZE = 104;
const BARS_HEIGHT = 56;
const LINES_MAX = 4;
/** BWIPP's names of the symbologies. */
const ENCODERS = { qr: 'qrcode', code128: 'code128', gs1: 'gs1-128' } as const;

function svgOf({ text, symbology }: DrawnCode): string {
  const bars =
    symbology === 'qr' ? {} : { height: 12, includetext: true, textxalign: 'center' as const, textsize: 8 };
  return toSVG({ bcid: ENCODERS[symbology], text, ...bars });
}

function wordsOf({ title, lines }: Label): PdfContent[] {
  return [
    { text: title, bold: true, fontSize: title.length > 16 ? 13 : 20 },
    ...lines.slice(0, LINES_MAX).map((text): PdfContent => ({ text, fontSize: 11, margin: [0, 3, 0, 0] })),
  ];
}

function pageOf(label: Label, svg: string, symbology: DrawnCode['symbology']): PdfContent {
  if (symbology === 'qr')
    return {
      columns: [
        { svg, fit: [QR_SIZE, QR_SIZE], width: QR_SIZE },
        { stack: wordsOf(label), width: '*' },
      ],
      columnGap: MARGIN,
    };
  return {
    stack: [...wordsOf(label), { svg, fit: [PAGE.width - 2 * MARGIN, BARS_HEIGHT], margin: [0, 6, 0, 0] }],
  };
}

/**
 * A label as PDF, a page a copy.
 * @param label what stands on it
 * @param code what scanners read; its text has to be one that the symbology can draw
 * @param copies 1 …
 * @throws Error: the text cannot be drawn
 */
export function labelPdf(label: Label, code: DrawnCode, copies: number): Promise<Buffer> {
  const svg = svgOf(code);
  const content = Array.from({ length: copies }, (_, i): PdfContent => ({
    stack: [pageOf(label, svg, code.symbology)],
    ...(i === 0 ? {} : { pageBreak: 'before' as const }),
  }));
  return drawPdf({
    pageSize: PAGE,
    pageMargins: MARGIN,
    info: { title: label.title },
    content,
  });
}
