import type { Operation } from '@takt/contracts';
import { operationSigns, StateBadge, useUiText, type Column } from '@takt/ui';
import { useMemo } from 'react';
import { useOfficeText } from '../lib/texts';
import { useNames } from '../lib/use-names';
import { DoneOf, useDoneWords } from './done-of';

/** Columns that every list of operations has: how one stands, where it is made, how far it is. */
export interface OperationColumns {
  readonly status: Column<Pick<Operation, 'status'>>;
  readonly station: Column<Pick<Operation, 'station'>>;
  readonly progress: Column<Pick<Operation, 'qtyGood' | 'qtyTarget'>>;
}

/** The columns that lists of operations share, in the language of the reader. */
export function useOperationColumns(): OperationColumns {
  const say = useOfficeText();
  const ui = useUiText();
  const names = useNames();
  const done = useDoneWords();
  return useMemo(
    () => ({
      status: {
        key: 'status',
        header: say('floor.state'),
        text: ({ status }) => ui(operationSigns[status].word),
        cell: ({ status }) => <StateBadge sign={operationSigns[status]} size="quiet" />,
      },
      station: {
        key: 'station',
        header: say('orders.station'),
        text: ({ station }) => (station === null ? '–' : names.station(station)),
      },
      progress: {
        key: 'progress',
        header: say('orders.good'),
        text: (operation) => done(operation),
        cell: (operation) => <DoneOf done={operation} />,
        align: 'end',
      },
    }),
    [say, ui, names, done],
  );
}
