import { startOfDay, useFactoryNow, useFormat } from '@takt/ui';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { useAddress } from '../../lib/use-address';
import { PERIODS, windowOf, type Period, type Window } from './period';

/** What a figure can be narrowed to: parameter of the request → dimension. */
export const NARROWED = {
  line: 'line',
  station: 'station',
  item: 'item',
  class: 'item-class',
  customer: 'customer',
  worker: 'worker',
} as const;
/** A parameter that narrows a figure. */
export type Narrowing = keyof typeof NARROWED;

/** What is looked at: the window and what it is narrowed to. */
export interface Scope {
  readonly period: Period;
  readonly window: Window;
  readonly narrowed: Readonly<Partial<Record<Narrowing, string>>>;
  /** the same as the query of an address */
  readonly query: string;
}

const HOUR = 3_600_000;

/** Reads the scope from the address, so that every figure has a link of its own. */
export function useScope(): Scope {
  const [chosen] = useAddress('period', '30d');
  const [params] = useSearchParams();
  const { place } = useFormat();
  const now = useFactoryNow(HOUR);
  const period = PERIODS.find((each) => each === chosen) ?? '30d';
  const text = params.toString();
  return useMemo(() => {
    const all = new URLSearchParams(text);
    const narrowed = Object.fromEntries(
      Object.keys(NARROWED).flatMap((key) => {
        const value = all.get(key);
        return value ? [[key, value]] : [];
      }),
    );
    const kept = new URLSearchParams({ ...(period !== '30d' && { period }), ...narrowed }).toString();
    return {
      period,
      window: windowOf(period, (plusDays) => startOfDay(now, place.timeZone, plusDays)),
      narrowed,
      query: kept === '' ? '' : `?${kept}`,
    };
  }, [text, period, now, place.timeZone]);
}

/**
 * The window and the narrowing as a request of a figure takes them: what the figure does not know is left out.
 * @param scope what is looked at
 * @param dimensions of the figure; undefined: all
 */
export function requestOf({ window, narrowed }: Scope, dimensions?: readonly string[]) {
  const fitting = Object.entries(narrowed).filter(
    ([key]) => dimensions === undefined || dimensions.includes(NARROWED[key as Narrowing]),
  );
  return { ...window, ...Object.fromEntries(fitting) } as Window & {
    readonly line?: string;
    readonly station?: string;
    readonly item?: string;
    readonly class?: string;
    readonly worker?: string;
  };
}

/**
 * Address of a figure under the same scope.
 * @param kpi id of the figure
 * @param scope what is looked at
 * @param more what else its address says
 */
export function figureAddress(
  kpi: string,
  { query }: Pick<Scope, 'query'>,
  more: Readonly<Record<string, string>> = {},
): string {
  const params = new URLSearchParams(query);
  for (const [key, value] of Object.entries(more)) params.set(key, value);
  const text = params.toString();
  return `/figures/${kpi}${text === '' ? '' : `?${text}`}`;
}
