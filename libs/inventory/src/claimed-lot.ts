import { refuse, type Refusal } from '@takt/contracts';
import { Exact } from '@takt/production';
import { firstExpiredFirst, type LotStock } from './lot';

/** How many lots a hint names. */
const NAMED_MAX = 5;

/** A lot that a report says was used, with what stock says about it. Instants epoch ms. */
export interface LotClaim {
  readonly lot: string;
  /** the lot as it is known; null: there is no such lot */
  readonly known: { readonly item: string; readonly expiresAt: number | null } | null;
  readonly operation: string;
  /** items that the operation consumes */
  readonly consumed: readonly string[];
  /** stock of those items */
  readonly lots: readonly LotStock[];
  /** when it is said to have been used */
  readonly at: number;
}

const isLeft = ({ onHand }: LotStock): boolean => new Exact(onHand).greaterThan(0);

/** Lots that could have been meant, first to expire first. */
function usable(lots: readonly LotStock[], at: number): string {
  const fresh = lots.filter(
    (one) => isLeft(one) && one.place !== 'quarantine' && (one.expiresAt === null || one.expiresAt > at),
  );
  const names = firstExpiredFirst(fresh).flatMap(({ lot }) => lot ?? []);
  return names.length === 0 ? '–' : names.slice(0, NAMED_MAX).join(', ');
}

/**
 * What is wrong with a lot that somebody says was used.
 * @returns `report.lot` {lot, operation, item, owner, expiresAt, lots, reason: `unknown` · `other-item` · `nothing-consumed` ·
 * `expired` · `blocked` · `empty`}, or null
 */
export function checkClaimedLot({ lot, known, operation, consumed, lots, at }: LotClaim): Refusal | null {
  const { item: owner = null, expiresAt = null } = known ?? {};
  const stock = lots.filter((one) => one.lot === lot && isLeft(one));
  const faults: readonly [reason: string, is: boolean][] = [
    ['unknown', known === null],
    ['nothing-consumed', consumed.length === 0],
    ['other-item', owner === null || !consumed.includes(owner)],
    ['expired', expiresAt !== null && expiresAt <= at],
    ['empty', stock.length === 0],
    ['blocked', stock.every(({ place }) => place === 'quarantine')],
  ];
  const reason = faults.find(([, is]) => is)?.[0];
  if (reason === undefined) return null;
  return refuse('report.lot', {
    ...{ lot, operation, reason, owner },
    item: owner !== null && consumed.includes(owner) ? owner : consumed.join(', ') || '–',
    expiresAt: expiresAt === null ? null : new Date(expiresAt).toISOString(),
    lots: usable(lots, at),
  });
}
