import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Pool } from 'pg';
import { KEEP_ALIVE } from './keep-alive';
import { DATABASE_URL } from './outbox-channel';
import { APP_ROLE_OPTION } from './roles';

const CONNECTIONS = 2;
const CONNECT_MS = 5000;

/** A statement that the connections prepare once, under its name. */
export interface LaneStatement {
  readonly name: string;
  readonly text: string;
}

/**
 * Connections of their own for the one hot path of core: they see every plant from the start, as transactions for `*` do,
 * so that a single statement is a transaction and takes one round trip instead of four. Opened with the first statement.
 */
@Injectable()
export class IngestLane implements OnApplicationShutdown {
  private readonly pool: Pool;

  constructor(@Inject(DATABASE_URL) url: string) {
    this.pool = new Pool({
      connectionString: url,
      max: CONNECTIONS,
      application_name: 'takt-ingest',
      options: `${APP_ROLE_OPTION} -c takt.plant=*`,
      connectionTimeoutMillis: CONNECT_MS,
      ...KEEP_ALIVE,
    });
    this.pool.on('error', () => undefined); // an idle connection that breaks is replaced
  }

  /** Runs one statement, committed when it returns. @throws as PostgreSQL does, or when it is away */
  async run<Row>({ name, text }: LaneStatement, values: readonly unknown[]): Promise<Row[]> {
    return (await this.pool.query({ name, text, values: [...values] })).rows as Row[];
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }
}
