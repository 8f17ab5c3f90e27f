import { refuse, type Handover, type Refusal } from '@takt/contracts';
import { Exact, decimalText, type Amount } from './quantity';

/** Pieces of an item in a shift; any amounts. */
export interface ShiftPieces {
  readonly begun: Amount;
  readonly finished: Amount;
  readonly scrap: Amount;
  readonly rework: Amount;
}

/** Do two accounts of the same shift, such as reports and the stock ledger, say the same? */
export function balances(reported: ShiftPieces, booked: ShiftPieces): boolean {
  return (['begun', 'finished', 'scrap', 'rework'] as const).every((of) =>
    new Exact(reported[of]).equals(booked[of]),
  );
}

/**
 * What people entered less what the machine counted; decimal text, below 0 when something was not entered.
 * @param entered by people
 * @param counted by the machine; null: it did not count
 */
export function countDifference(entered: Amount, counted: Amount | null): string | null {
  return counted === null ? null : decimalText(new Exact(entered).minus(counted));
}

/** The shift after comes in so early. */
const OVERLAP_MS = 15 * 60_000;

/** Is it so long before the end of a shift that whoever hands it over is asked whether that is meant? Instants in epoch ms. */
export const isEarlyHandover = (endAt: number, now: number): boolean => endAt - now > OVERLAP_MS;

/** Whoever hands a shift over, and to what they add. */
export interface HandingOver {
  readonly id: string;
  /** id of the handover, or of the last supplement, that they have seen; undefined: the shift was not handed over yet */
  readonly supplements?: string | undefined;
}

/**
 * The number of a handover of a shift: 1, or that of a supplement to what was handed over. Nobody hands over what they have not seen.
 * @param kept all handovers of the shift
 * @param handing who hands over what
 * @returns the number; the handover, if the same one is handed over once more; `thing.exists` {kind, id}: somebody else was faster
 */
export function handoverNo(
  kept: readonly Handover[],
  { id, supplements }: HandingOver,
): number | Handover | Refusal {
  const same = kept.find((one) => one.id === id);
  if (same) return same;
  const last = kept.reduce<Handover | undefined>((a, b) => (a && a.no > b.no ? a : b), undefined);
  if (last?.id === supplements) return (last?.no ?? 0) + 1;
  return refuse('thing.exists', { kind: 'handover', id: last?.id ?? '—' });
}
