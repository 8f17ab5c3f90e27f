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
