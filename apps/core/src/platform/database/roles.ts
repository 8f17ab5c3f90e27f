import type { QueryRunner } from 'typeorm';

/** Role under which core's statements run: it owns nothing and row-level security binds it. */
export const APP_ROLE = 'takt_app';

/** Start-up option that puts a connection into the application's role. */
export const APP_ROLE_OPTION = `-c role=${APP_ROLE}`;

/** What the application's role may do with a table. */
export interface Grants {
  /** `append` for ledgers and the audit: rows are added and never changed */
  readonly kind: 'full' | 'append';
}

/**
 * Puts a table under the rule of plants: row-level security by the column `plant`, and rights for the application.
 * Every migration that creates a table calls it.
 */
export async function protect(
  runner: QueryRunner,
  table: string,
  { kind }: Grants = { kind: 'full' },
): Promise<void> {
  const mine = `(plant = (select current_setting('takt.plant', true)) or (select current_setting('takt.plant', true)) = '*')`;
  await runner.query(`alter table ${table} enable row level security`);
  await runner.query(`alter table ${table} force row level security`);
  await runner.query(`create policy plant on ${table} using ${mine} with check ${mine}`);
  const rights = kind === 'append' ? 'select, insert' : 'select, insert, update, delete';
  await runner.query(`grant ${rights} on ${table} to ${APP_ROLE}`);
}
