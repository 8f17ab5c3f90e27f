import { useFormat, type Column } from '@takt/ui';
import { useMemo } from 'react';
import { useOfficeText } from '../../lib/texts';

/** How far a message is on its way to whom it is for. Instants are real time. */
export interface Attempt {
  readonly createdAt: string;
  readonly status: 'pending' | 'delivered' | 'failed';
  readonly attempts: number;
  readonly lastStatus: string | null;
  readonly nextAttemptAt: string | null;
}

/** The columns that lists of sent messages share, in the language of the reader. */
export function useAttemptColumns(): Readonly<
  Record<'at' | 'status' | 'attempts' | 'last' | 'next', Column<Attempt>>
> {
  const say = useOfficeText();
  const format = useFormat();
  return useMemo(
    () => ({
      at: { key: 'at', header: say('figures.when'), text: ({ createdAt }) => format.when(createdAt) },
      status: {
        key: 'status',
        header: say('floor.state'),
        text: ({ status }) => say(`shop.status.${status}`),
      },
      attempts: {
        key: 'attempts',
        header: say('shop.attempts'),
        text: ({ attempts }) => format.qty(attempts),
        align: 'end',
      },
      last: { key: 'last', header: say('shop.answer'), text: ({ lastStatus }) => lastStatus ?? '–' },
      next: {
        key: 'next',
        header: say('shop.next'),
        text: ({ nextAttemptAt }) => format.when(nextAttemptAt),
        align: 'end',
      },
    }),
    [say, format],
  );
}
