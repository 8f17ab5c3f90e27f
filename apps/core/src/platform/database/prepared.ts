import pg from 'pg';

/** A statement is prepared when it comes for this time. */
const OFTEN = 3;
const MOST_NAMES = 400;
const MOST_SEEN = 4000;
/** Optional filters and lists of any length: the best plan depends on the values, so that a plan for all of them may be a bad one. */
const BY_VALUE = /\bis null or\b|\bunnest\s*\(|_recordset\s*\(/i;

/**
 * Which statements are prepared, and under which name. Those that come again and again: PostgreSQL then reads and plans them once on a
 * connection and not each time, which is a third of what it does for the short ones. Not those whose best plan depends on their values.
 * @see https://www.postgresql.org/docs/current/sql-prepare.html
 */
export class PreparedNames {
  private readonly names = new Map<string, string>();
  private readonly seen = new Map<string, number>();

  /**
   * @param most names that are given at most: each connection holds the plan of each
   * @param mostSeen texts that are counted at a time
   */
  constructor(
    private readonly most = MOST_NAMES,
    private readonly mostSeen = MOST_SEEN,
  ) {}

  /** The name of a statement; null: it is not prepared, or not yet. */
  of(text: string): string | null {
    const name = this.names.get(text);
    if (name !== undefined) return name;
    if (this.names.size >= this.most || BY_VALUE.test(text)) return null;
    const times = (this.seen.get(text) ?? 0) + 1;
    if (times < OFTEN) {
      if (this.seen.size >= this.mostSeen) this.seen.clear();
      this.seen.set(text, times);
      return null;
    }
    this.seen.delete(text);
    const given = `takt_${this.names.size + 1}`;
    this.names.set(text, given);
    return given;
  }
}

const names = new PreparedNames();

class PreparingClient extends pg.Client {
  /** As that of node-postgres, which is given in too many ways to be written down again. */
  override query(...given: never[]): never {
    return Reflect.apply(super.query, this, named(given)) as never;
  }
}

/** What a query is given, with a name if its statement is to be prepared. */
function named(given: readonly unknown[]): readonly unknown[] {
  const [text, values] = given;
  if (given.length !== 2 || typeof text !== 'string' || !Array.isArray(values) || values.length === 0)
    return given;
  const name = names.of(text);
  return name === null ? given : [{ name, text, values: values as unknown[] }];
}

class PreparingPool extends pg.Pool {
  constructor(options: pg.PoolConfig) {
    super({ ...options, Client: PreparingClient });
  }
}

/** node-postgres with connections that prepare the statements that come often, for TypeORM's option `driver`. */
export const preparingDriver = { ...pg, Pool: PreparingPool };
