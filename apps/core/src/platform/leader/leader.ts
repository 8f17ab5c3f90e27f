import { Logger } from '@nestjs/common';
import { Client } from 'pg';
import { KEEP_ALIVE } from '../database';

/** Lock of the one process that relays the outbox and does the ticks. */
const LEADER_LOCK = 0x4c454144;
const RETRY_MS = 1000;

/** Called when this process begins or ceases to lead. */
export interface LeaderDuty {
  begin(connection: Client): Promise<void>;
  end(): void;
}

/**
 * Makes one process of the installation the leader: the holder of an advisory lock on its own connection. When the
 * process or its connection dies, PostgreSQL frees the lock and another takes over.
 */
export class Leader {
  private readonly logger = new Logger('leader');
  private readonly duties: LeaderDuty[] = [];
  private connection: Client | null = null;
  private stopped = false;
  private timer: NodeJS.Timeout | null = null;

  constructor(private readonly url: string) {}

  /** Adds something that only the leader does. */
  add(duty: LeaderDuty): void {
    this.duties.push(duty);
  }

  /** Does this process lead? */
  get leads(): boolean {
    return this.connection !== null;
  }

  /** Tries to lead, again and again, until stopped. */
  start(): void {
    this.stopped = false;
    void this.try();
  }

  /** Gives the lead back. */
  async stop(): Promise<void> {
    this.stopped = true;
    if (this.timer) clearTimeout(this.timer);
    await this.resign();
  }

  private async try(): Promise<void> {
    if (this.stopped) return;
    const client = new Client({
      connectionString: this.url,
      application_name: 'takt-leader',
      connectionTimeoutMillis: 3000,
      ...KEEP_ALIVE,
    });
    client.on('error', () => void this.lost(client));
    client.on('end', () => void this.lost(client));
    try {
      await client.connect();
      const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [
        LEADER_LOCK,
      ]);
      if (rows[0]?.mine && !this.stopped) {
        this.connection = client;
        for (const duty of this.duties) await duty.begin(client);
        return;
      }
    } catch (error) {
      this.logger.debug({ err: error }, 'cannot lead yet');
    }
    if (this.connection === client) await this.resign();
    else await client.end().catch(() => undefined);
    this.again();
  }

  private again(): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => void this.try(), RETRY_MS);
  }

  private async lost(client: Client): Promise<void> {
    if (this.connection !== client) return;
    if (!this.stopped) this.logger.warn('the connection of the leader is lost');
    await this.resign();
    this.again();
  }

  private async resign(): Promise<void> {
    const client = this.connection;
    this.connection = null;
    if (!client) return;
    for (const duty of this.duties) duty.end();
    await client.end().catch(() => undefined);
  }
}
