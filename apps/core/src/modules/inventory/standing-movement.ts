/** A line `m` of the ledger that is no counter-entry and was not taken back. */
export const STANDING_MOVEMENT = `m.reverses is null
  and not exists (select from stock_movement b where b.plant = m.plant and b.reverses = m.id)`;
