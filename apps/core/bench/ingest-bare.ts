/** The bare pipeline, in a process of its own: the same broker and a group commit into one table, and nothing else. */
import { createServer, type AddressInfo } from 'node:net';
import { Aedes } from 'aedes';
import { Client } from 'pg';

interface Waiting {
  readonly topic: string;
  readonly payload: string;
  readonly done: () => void;
}

const MOST = 500;

async function main(url: string): Promise<void> {
  const database = new Client({ connectionString: url });
  await database.connect();
  await database.query(
    'create table if not exists bare (device text, boot text, seq bigint, at bigint, payload text, primary key (device, boot, seq))',
  );
  const queue: Waiting[] = [];
  let busy = false;
  const flush = async (): Promise<void> => {
    while (queue.length > 0) {
      const group = queue.splice(0, MOST);
      const messages = group.map(
        ({ payload }) => JSON.parse(payload) as { boot: string; seq: number; at: number },
      );
      await database.query({
        name: 'store',
        text: `insert into bare select * from unnest($1::text[], $2::text[], $3::bigint[], $4::bigint[], $5::text[]) on conflict do nothing`,
        values: [
          group.map(({ topic }) => topic),
          messages.map(({ boot }) => boot),
          messages.map(({ seq }) => seq),
          messages.map(({ at }) => at),
          group.map(({ payload }) => payload),
        ],
      });
      for (const { done } of group) done();
    }
    busy = false;
  };
  const broker = await Aedes.createBroker({
    authorizePublish: (_client, packet, done) => {
      queue.push({ topic: packet.topic, payload: packet.payload.toString(), done: () => done(null) });
      if (busy) return;
      busy = true;
      setImmediate(() => void flush());
    },
  });
  const server = createServer({ noDelay: true }, (socket) => broker.handle(socket));
  server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
}

void main(process.argv[2] ?? '');
