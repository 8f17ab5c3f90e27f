import { refuse, type Refusal } from '@takt/contracts';

const DAY_MS = 86_400_000;

/** How far from now the dates of an order may lie, in days: orders that are entered late, and frame orders over years. */
export const ORDER_DATE_DAYS = { before: 366, after: 1830 } as const;

/** A date of an order, epoch ms, with the name of its field. */
export interface OrderDate {
  readonly field: string;
  readonly at: number | undefined;
}

/**
 * Checks the dates of an order: one in 1970 or 2000 is a mistake, not a wish.
 * @param dates those that were sent; an absent one is not checked
 * @param now epoch ms
 * @returns `order.date` {field, value, from, to} about the first that lies too far away · null
 */
export function checkOrderDates(dates: readonly OrderDate[], now: number): Refusal | null {
  const from = now - ORDER_DATE_DAYS.before * DAY_MS;
  const to = now + ORDER_DATE_DAYS.after * DAY_MS;
  for (const { field, at } of dates)
    if (at !== undefined && (at < from || at > to)) {
      const day = (instant: number): string => new Date(instant).toISOString().slice(0, 10);
      return refuse('order.date', { field, value: new Date(at).toISOString(), from: day(from), to: day(to) });
    }
  return null;
}
