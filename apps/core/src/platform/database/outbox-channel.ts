/** Channel of PostgreSQL's NOTIFY that says: the outbox has new rows. */
export const OUTBOX_CHANNEL = 'takt_outbox';

/** Injection token: address of PostgreSQL for its owner, for connections that are not TypeORM's. */
export const DATABASE_URL = Symbol('DATABASE_URL');
