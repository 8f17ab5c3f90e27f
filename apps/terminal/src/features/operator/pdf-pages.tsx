import type { Media } from '@takt/contracts';
import { Button, LoadingState } from '@takt/ui';
import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { mediaContent } from '../../lib/kept-media';
import { drawPage, openPdf, pageSize, type PdfDocument } from '../../lib/pdf';
import { useFloorText } from '../../lib/texts';
import css from './instruction-page.module.css';
import { partsOf, scaleOf, turned, ZOOMS, type Reading, type Size, type Zoom } from './page-parts';

type Opened = { readonly pdf?: PdfDocument | undefined; readonly failed: boolean };

/** The document of a medium while it is on the page. */
function usePdf(media: Media): Opened {
  const [opened, setOpened] = useState<Opened>({ failed: false });
  useEffect(() => {
    let left = false;
    const opening = mediaContent(media).then(openPdf);
    opening.then(
      (pdf) => !left && setOpened({ pdf, failed: false }),
      () => !left && setOpened({ failed: true }),
    );
    return () => {
      left = true;
      void opening.then((pdf) => pdf.loadingTask.destroy()).catch(() => undefined);
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- a medium never changes: its id says all
  }, [media.id]);
  return opened;
}

/** Room for the page; undefined until it is measured. */
function useBox(): { readonly ref: RefObject<HTMLDivElement | null>; readonly box: Size | undefined } {
  const ref = useRef<HTMLDivElement>(null);
  const [box, setBox] = useState<Size>();
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setBox({ width: entry.contentRect.width, height: entry.contentRect.height });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { ref, box };
}

/** How large a page is by itself; undefined until it is known. */
function usePageSize(pdf: PdfDocument, page: number): Size | undefined {
  const [known, setKnown] = useState<{ readonly page: number; readonly size: Size }>();
  useEffect(() => {
    let left = false;
    void pageSize(pdf, page).then((size) => !left && setKnown({ page, size }));
    return () => {
      left = true;
    };
  }, [pdf, page]);
  return known?.page === page ? known.size : undefined;
}

interface PageProps {
  readonly pdf: PdfDocument;
  readonly page: number;
  readonly scale: number;
  readonly name: string;
}

/** One page, drawn; `data-drawn` says which one stands there. */
function Page({ pdf, page, scale, name }: PageProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [drawn, setDrawn] = useState<string>();
  const asked = `${page + 1} × ${scale.toFixed(3)}`;
  useEffect(() => {
    const element = canvas.current;
    if (!element) return undefined;
    let left = false;
    let stop: (() => void) | undefined;
    void drawPage(pdf, page, element, scale).then((drawing) => {
      stop = drawing.stop;
      if (left) drawing.stop();
      drawing.drawn.then(
        () => !left && setDrawn(asked),
        () => undefined, // stopped: another page is asked for
      );
    });
    return () => {
      left = true;
      stop?.();
    };
  }, [pdf, page, scale, asked]);
  return <canvas key={asked} ref={canvas} role="img" aria-label={name} data-drawn={drawn === asked} />;
}

/** The document in the terminal: pages, and parts of enlarged pages, by one tap on and back. */
function Pages({ pdf, name }: { pdf: PdfDocument; name: string }) {
  const say = useFloorText();
  const { ref, box } = useBox();
  const [reading, setReading] = useState<Reading>({ page: 0, part: 0 });
  const [zoom, setZoom] = useState<Zoom>('width');
  const size = usePageSize(pdf, reading.page);
  const scale = size && box && scaleOf(size, box, zoom);
  const shown = size && scale && { width: size.width * scale, height: size.height * scale };
  const parts = shown && box ? partsOf(shown, box) : [];
  const place = parts[reading.part];
  useLayoutEffect(() => {
    if (place) ref.current?.scrollTo(place);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only a new place moves what somebody has moved by hand
  }, [place?.left, place?.top, reading.page, scale]);
  const turn = (by: 1 | -1) => turned(reading, Math.max(parts.length, 1), pdf.numPages, by);
  const [before, after] = [turn(-1), turn(1)];
  const at = ZOOMS.indexOf(zoom);
  const enlarge = (by: 1 | -1) => {
    setZoom(ZOOMS[at + by] ?? zoom);
    setReading({ ...reading, part: 0 });
  };
  return (
    <div className={css.pdf}>
      <div ref={ref} className={css.paper} tabIndex={0} role="group" aria-label={name}>
        {scale ? (
          <Page
            pdf={pdf}
            page={reading.page}
            scale={scale}
            name={say('instruction.page', { page: reading.page + 1, of: pdf.numPages })}
          />
        ) : null}
      </div>
      <div className={css.pdfTools}>
        <Button icon="up" disabled={!before} onClick={() => before && setReading(before)}>
          {say('instruction.page-before')}
        </Button>
        <p>{say('instruction.page', { page: reading.page + 1, of: pdf.numPages })}</p>
        <Button icon="down" disabled={!after} onClick={() => after && setReading(after)}>
          {say('instruction.page-next')}
        </Button>
        <div className={css.zoom}>
          <Button
            icon="minus"
            aria-label={say('instruction.page-smaller')}
            disabled={at === 0}
            onClick={() => enlarge(-1)}
          />
          <Button
            icon="plus"
            aria-label={say('instruction.page-larger')}
            disabled={at === ZOOMS.length - 1}
            onClick={() => enlarge(1)}
          />
        </div>
      </div>
    </div>
  );
}

/** A PDF, read in the terminal. */
export function PdfPages({ media }: { media: Media }) {
  const say = useFloorText();
  const { pdf, failed } = usePdf(media);
  if (failed) return <p className={css.away}>{say('instruction.pdf-unreadable', { file: media.name })}</p>;
  return pdf ? <Pages pdf={pdf} name={media.name} /> : <LoadingState />;
}
