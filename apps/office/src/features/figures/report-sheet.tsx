import { figureReportRoutes, type FigureReportFormat, type FigureReportSpan } from '@takt/contracts';
import {
  Button,
  DayField,
  saveFile,
  Sheet,
  SheetActions,
  showError,
  useFactoryNow,
  useFormat,
  useRuntime,
  useUiText,
} from '@takt/ui';
import { useState } from 'react';
import { Chips } from '../../components/chips';
import { Facts } from '../../components/facts';
import { useOfficeText } from '../../lib/texts';
import { useNames } from '../../lib/use-names';
import css from './figures.module.css';

const SPANS: readonly FigureReportSpan[] = ['shift', 'day', 'month'];
const HOUR = 3_600_000;

/** The day of an instant at the plant, YYYY-MM-DD. */
const dayAt = (at: number, timeZone: string) => new Intl.DateTimeFormat('sv-SE', { timeZone }).format(at);

/** Hands out a report of a day, its shifts or its month as a file, in the reader's language. */
export function ReportSheet({ line, onClose }: { line: string | undefined; onClose: () => void }) {
  const say = useOfficeText();
  const ui = useUiText();
  const names = useNames();
  const { place } = useFormat();
  const { api } = useRuntime();
  const now = useFactoryNow(HOUR);
  const [span, setSpan] = useState<FigureReportSpan>('day');
  const [day, setDay] = useState(() => dayAt(now, place.timeZone));
  const [waiting, setWaiting] = useState<FigureReportFormat>();
  const fetchIt = (format: FigureReportFormat) => {
    setWaiting(format);
    const request = { params: { span, format }, query: { day, ...(line !== undefined && { line }) } };
    void api
      .download(figureReportRoutes.file, request)
      .then(
        (file) => saveFile(`takt-${span}-${day}.${format}`, file),
        (error: unknown) => showError(error, ui('page.no-reply')),
      )
      .finally(() => setWaiting(undefined));
  };
  return (
    <Sheet
      open
      from="centre"
      onClose={onClose}
      title={say('report.title')}
      actions={
        <SheetActions onCancel={onClose}>
          <Button
            icon="download"
            disabled={day === '' || waiting !== undefined}
            onClick={() => fetchIt('xlsx')}
          >
            {say('report.excel')}
          </Button>
          <Button
            kind="main"
            icon="download"
            disabled={day === '' || waiting !== undefined}
            onClick={() => fetchIt('pdf')}
          >
            {say('report.pdf')}
          </Button>
        </SheetActions>
      }
    >
      <div className={css.reporting}>
        <Chips
          label={say('report.span')}
          chips={SPANS.map((key) => ({ key, label: say(`report.span.${key}`) }))}
          chosen={span}
          onChoose={setSpan}
        />
        <DayField
          label={say('report.day')}
          value={day}
          onValue={setDay}
          required
          hint={say(`report.hint.${span}`)}
        />
        <Facts
          facts={[[say('figures.line'), line === undefined ? say('figures.whole-plant') : names.line(line)]]}
        />
      </div>
    </Sheet>
  );
}
