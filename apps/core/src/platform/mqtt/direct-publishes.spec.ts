import type { Client } from 'aedes';
import { DirectPublishes } from './direct-publishes';
import type { Settle } from './message-source';

const OVEN = 'takt/v1/main/baking/oven-1';
const identity = { plant: 'main', device: 'oven', roots: new Set([OVEN]) };

/** A PUBLISH without its fixed header. */
function body(messageId: number, topic: string, payload = 'x'): Buffer {
  const head = Buffer.alloc(2);
  head.writeUInt16BE(topic.length);
  const id = Buffer.alloc(2);
  id.writeUInt16BE(messageId);
  return Buffer.concat([head, Buffer.from(topic), id, Buffer.from(payload)]);
}

/** A connection, with what it was sent, and the commit in our hands. */
function connection() {
  const written: string[] = [];
  const conn = { writableNeedDrain: false, write: (bytes: Buffer) => written.push(bytes.toString('hex')) };
  const client = { closed: false, conn, close: () => (client.closed = true) };
  const heard: string[] = [];
  const settles: Settle[] = [];
  const direct = new DirectPublishes(client as unknown as Client, (topic, payload, settle) => {
    heard.push(`${topic} ${payload.toString()}`);
    settles.push(settle);
  });
  /** with something behind it in its chunk, unless it is the last */
  const take = (packet: Buffer, last = false): boolean =>
    direct.take(identity, last ? packet : Buffer.concat([packet, Buffer.from([0])]), 0, packet.length);
  return { client, conn, direct, heard, settles, take, written };
}

describe('messages that are read without the broker', () => {
  it('are those of the device under its own topics, on channels for devices', () => {
    const { heard, take } = connection();
    expect(take(body(1, `${OVEN}/count`, 'a'))).toBe(true);
    for (const topic of [
      `${OVEN}/command`,
      `${OVEN}/nonsense`,
      'takt/v1/main/baking/oven-2/count',
      'hello',
      '',
    ])
      expect([topic, take(body(2, topic))]).toEqual([topic, false]);
    expect(heard).toEqual([`${OVEN}/count a`]);
  });

  it('are no broken ones', () => {
    const { heard, take } = connection();
    expect(take(body(0, `${OVEN}/count`))).toBe(false);
    expect(take(Buffer.from([0]))).toBe(false);
    expect(take(Buffer.from([0xff, 0xff, 1, 2, 3]))).toBe(false);
    expect(heard).toEqual([]);
  });

  it('are acknowledged together when they are stored, in their order', () => {
    const { direct, settles, take, written } = connection();
    for (const id of [1, 2, 258]) take(body(id, `${OVEN}/count`));
    expect(written).toEqual([]);
    settles.forEach((settle) => settle(null));
    direct.flush();
    expect(written).toEqual(['40020001' + '40020002' + '40020102']);
  });

  it('are not acknowledged when they are not stored: the connection ends, and they come again', () => {
    const { client, direct, settles, take, written } = connection();
    take(body(1, `${OVEN}/count`));
    take(body(2, `${OVEN}/count`));
    settles[0]?.(new Error('not stored'));
    settles[1]?.(null);
    direct.flush();
    expect([client.closed, written]).toEqual([true, []]);
  });

  it('leave the last of a chunk to the broker at first, so that it knows the connection is alive', () => {
    const { take } = connection();
    expect(take(body(1, `${OVEN}/count`), true)).toBe(false);
  });

  it('are no more than a hundred that wait to be stored, and none while acknowledgements are not read', () => {
    const { conn, settles, take } = connection();
    for (let id = 1; id <= 100; id++) expect(take(body(id, `${OVEN}/count`))).toBe(true);
    expect(take(body(101, `${OVEN}/count`))).toBe(false);
    settles[0]?.(null);
    expect(take(body(101, `${OVEN}/count`))).toBe(true);
    settles[1]?.(null);
    conn.writableNeedDrain = true;
    expect(take(body(102, `${OVEN}/count`))).toBe(false);
  });
});
