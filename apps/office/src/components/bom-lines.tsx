import type { BomLine } from '@takt/contracts';
import { Button, NumberField, SearchField } from '@takt/ui';
import type { ReactNode } from 'react';
import { useOfficeText } from '../lib/texts';
import { useItemChoices } from '../lib/use-choices';
import { useNames } from '../lib/use-names';
import css from './bom-lines.module.css';

/** A component as it is being typed. */
export interface DraftLine {
  readonly key: number;
  readonly component: string;
  readonly qtyPer: string;
  readonly scrapPercent: string;
  readonly operationNo: string;
}

/** Components as they can be typed over. */
export const draftsOf = (lines: readonly BomLine[]): DraftLine[] =>
  lines.map(({ component, qtyPer, scrapPercent, operationNo }, key) => ({
    ...{ key, component, qtyPer, scrapPercent: String(scrapPercent) },
    operationNo: operationNo === null ? '' : String(operationNo),
  }));

/** What was typed, as it is sent. */
export const bomLinesOf = (drafts: readonly DraftLine[]): BomLine[] =>
  drafts.map(({ component, qtyPer, scrapPercent, operationNo }) => ({
    ...{ component, qtyPer, scrapPercent: Number(scrapPercent || 0) },
    operationNo: operationNo === '' ? null : Number(operationNo),
  }));

/** May these be sent? Each names a component and how much of it. */
export const areComplete = (drafts: readonly DraftLine[]): boolean =>
  drafts.every(({ component, qtyPer }) => component !== '' && Number(qtyPer) > 0);

interface LineProps {
  readonly line: DraftLine;
  readonly at: number;
  readonly readOnly: boolean;
  readonly onLine: (change: Partial<DraftLine>) => void;
  readonly onRemove: () => void;
}

function Line({ line, at, readOnly, onLine, onRemove }: LineProps) {
  const say = useOfficeText();
  const names = useNames();
  const items = useItemChoices();
  const { component, qtyPer, scrapPercent, operationNo } = line;
  return (
    <div className={css.line}>
      <SearchField
        label={say('set-up.component')}
        name={`lines.${at}.component`}
        choices={items}
        value={component}
        onValue={(value) => onLine({ component: value })}
        disabled={readOnly}
      />
      <NumberField
        label={say('set-up.qty-per')}
        name={`lines.${at}.qtyPer`}
        value={qtyPer}
        onValue={(value) => onLine({ qtyPer: value })}
        unit={names.unit(component)}
        decimals={6}
        disabled={readOnly}
      />
      <NumberField
        label={say('set-up.scrap')}
        value={scrapPercent}
        onValue={(value) => onLine({ scrapPercent: value })}
        unit="%"
        decimals={2}
        disabled={readOnly}
      />
      <NumberField
        label={say('set-up.at-operation')}
        value={operationNo}
        onValue={(value) => onLine({ operationNo: value })}
        disabled={readOnly}
      />
      {readOnly ? null : (
        <span className={css.remove}>
          <Button kind="bare" icon="cross" aria-label={say('set-up.remove')} onClick={onRemove} />
        </span>
      )}
    </div>
  );
}

interface LinesProps {
  readonly lines: readonly DraftLine[];
  readonly onLines: (change: (before: readonly DraftLine[]) => readonly DraftLine[]) => void;
  readonly readOnly?: boolean;
  /** stands beside the button that adds a component */
  readonly children?: ReactNode;
}

/** The components of something that is made, one below the other, to be typed over. */
export function BomLines({ lines, onLines, readOnly = false, children }: LinesProps) {
  const say = useOfficeText();
  const add = (before: readonly DraftLine[]) => {
    const key = Math.max(-1, ...before.map((line) => line.key)) + 1;
    return [...before, { key, component: '', qtyPer: '1', scrapPercent: '0', operationNo: '' }];
  };
  return (
    <>
      {lines.map((line, at) => (
        <Line
          key={line.key}
          line={line}
          at={at}
          readOnly={readOnly}
          onLine={(change) =>
            onLines((before) => before.map((each) => (each.key === line.key ? { ...each, ...change } : each)))
          }
          onRemove={() => onLines((before) => before.filter(({ key }) => key !== line.key))}
        />
      ))}
      {lines.length === 0 ? <p className={css.none}>{say('set-up.no-components')}</p> : null}
      {readOnly ? null : (
        <div className={css.buttons}>
          <Button icon="plus" onClick={() => onLines(add)}>
            {say('set-up.add-component')}
          </Button>
          {children}
        </div>
      )}
    </>
  );
}
