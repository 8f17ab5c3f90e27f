import { orderRoutes, type QuoteLine } from '@takt/contracts';
import { useRead } from '@takt/ui';
import { useEffect, useState } from 'react';
import { askable, type Draft } from './order-draft';

const PAUSE_MS = 300;

/** A value once it has not changed for a moment. */
function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

/**
 * Asks when the lines of a draft could be had, while it is typed. Nothing is committed.
 * @returns the promise by key of the line, whether it is being asked for, what core said against it
 */
export function useQuote(draft: Draft) {
  const settled = useSettled(draft);
  const lines = askable(settled);
  const enabled = settled.customer !== '' && lines.length > 0;
  const body = {
    customer: settled.customer,
    lines: lines.map(({ item, qty, requestedAt }) => ({ item, qty, requestedAt })),
  };
  const quote = useRead(orderRoutes.quote, { body }, { enabled, keep: true });
  const known = enabled && !quote.isPlaceholderData ? quote.data?.lines : undefined;
  const promises = new Map<number, QuoteLine>();
  lines.forEach(({ key }, at) => {
    const promise = known?.[at];
    if (promise) promises.set(key, promise);
  });
  return {
    promises,
    asking: enabled && quote.isFetching,
    error: enabled ? quote.error : null,
    tookMs: known ? quote.data?.tookMs : undefined,
  };
}
