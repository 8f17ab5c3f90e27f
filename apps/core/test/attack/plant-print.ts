import type { OwnedDatabase } from '../database';

/** Tables that core writes by itself, or to tell of requests. */
const OWN = [
  ...['outbox', 'audit', 'idempotency', 'room_version', 'session', 'login_attempt', 'terminal'],
  ...['kpi_bucket', 'kpi_mark', 'kpi_cursor', 'kpi_restatement', 'kpi_as_was', 'kpi_plan_move'],
];

/** A digest of every row of a plant, by table. */
export async function plantPrint(database: OwnedDatabase, plant: string): Promise<Record<string, string>> {
  const tables = await database.query<{ name: string }>(
    `select table_name as name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
     where table_schema = 'public' and column_name = 'plant' and table_type = 'BASE TABLE' and not table_name = any($1) order by 1`,
    [OWN],
  );
  const prints: Record<string, string> = {};
  for (const { name } of tables) {
    const [row] = await database.query<{ print: string }>(
      `select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as print from "${name}" t where plant = $1`,
      [plant],
    );
    prints[name] = row?.print ?? '';
  }
  return prints;
}
