import type { Client, Connection, Submittable } from 'pg';

const CHUNK = 1 << 16;

/** What PostgreSQL needs of a connection while it takes rows in. */
interface CopyConnection {
  readonly stream: NodeJS.WritableStream & { readonly writableNeedDrain: boolean };
  query(text: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
}

/** A value in the text format of COPY; null is null. */
export function copyText(value: string | number | boolean | Date | null): string {
  if (value === null) return '\\N';
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'string' ? value.replace(/[\\\n\r\t]/g, (sign) => `\\${sign}`) : String(value);
}

/** A row in the text format of COPY. */
export const copyRow = (...values: readonly Parameters<typeof copyText>[0][]): string =>
  `${values.map(copyText).join('\t')}\n`;

/** `COPY … FROM STDIN` as a query of pg: sends rows as fast as the database takes them. */
class Copy implements Submittable {
  private failure: Error | null = null;

  constructor(
    private readonly text: string,
    private readonly rows: Iterator<string>,
    private readonly done: (error: Error | null) => void,
  ) {}

  submit(connection: Connection): void {
    (connection as unknown as CopyConnection).query(this.text);
  }

  handleCopyInResponse(connection: CopyConnection): void {
    void this.send(connection);
  }

  handleCommandComplete(): void {
    // what follows is ReadyForQuery
  }

  handleError(error: Error): void {
    this.failure = error;
    this.done(error);
  }

  handleReadyForQuery(): void {
    if (this.failure === null) this.done(null);
  }

  private async send(connection: CopyConnection): Promise<void> {
    for (;;) {
      let chunk = '';
      while (chunk.length < CHUNK) {
        const next = this.rows.next();
        if (next.done) break;
        chunk += next.value;
      }
      if (chunk === '' || this.failure !== null) break;
      connection.sendCopyFromChunk(Buffer.from(chunk));
      if (connection.stream.writableNeedDrain)
        await new Promise<void>((drained) => connection.stream.once('drain', () => drained()));
    }
    if (this.failure === null) connection.endCopyFrom();
  }
}

/** Streams rows into a table; nothing is kept in memory. */
export function copyInto(
  client: Client,
  table: string,
  columns: string,
  rows: Iterable<string>,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const text = `copy ${table} (${columns}) from stdin`;
    client.query(
      new Copy(text, rows[Symbol.iterator](), (error) => (error === null ? resolve() : reject(error))),
    );
  });
}
