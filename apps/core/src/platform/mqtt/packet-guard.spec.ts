import * as fc from 'fast-check';
import { PacketGuard, type OversizePublish } from './packet-guard';

const lengthOf = (length: number): number[] => {
  const bytes: number[] = [];
  do {
    bytes.push((length % 128) | (length >= 128 ? 0x80 : 0));
    length = Math.floor(length / 128);
  } while (length > 0);
  return bytes;
};
const packet = (first: number, body: Buffer): Buffer =>
  Buffer.concat([Buffer.from([first, ...lengthOf(body.length)]), body]);
const publish = (payload: string, qos = 1): Buffer =>
  packet(
    0x30 | (qos << 1),
    Buffer.concat([
      Buffer.from([0, 1]),
      Buffer.from('t'),
      qos ? Buffer.from([0, 7]) : Buffer.alloc(0),
      Buffer.from(payload),
    ]),
  );
const ping = Buffer.from([0xc0, 0]);

interface Rules {
  readonly pass?: number;
  readonly keep?: number;
  readonly mayPublish?: boolean;
  /** is a message of this text taken directly? */
  readonly direct?: (text: string) => boolean;
}

function guard(rules: Rules = {}) {
  const passed: OversizePublish[] = [];
  const violations: string[] = [];
  const taken: string[] = [];
  const one = new PacketGuard({
    passBytes: rules.pass ?? 20,
    keepBytes: rules.keep ?? 1000,
    mayPublish: () => rules.mayPublish ?? true,
    begun: () => undefined,
    passed: (long) => passed.push(long),
    violated: (what) => violations.push(what),
    directBytes: rules.direct ? 15 : 0,
    direct: (chunk, from, end) => {
      const text = chunk.toString('utf8', from + 5, end);
      if (rules.direct?.(text) !== true) return false;
      taken.push(text);
      return true;
    },
  });
  const feed = (...chunks: Buffer[]): string =>
    Buffer.concat(chunks.map((chunk) => one.filter(chunk) ?? Buffer.alloc(0))).toString('hex');
  return { feed, passed, violations, taken };
}

describe('the guard before the parser', () => {
  it('hands chunks of short packets on as they are', () => {
    const { feed } = guard();
    const chunk = Buffer.concat([ping, publish('a'), ping]);
    expect(feed(chunk)).toBe(chunk.toString('hex'));
  });

  it('takes a long PUBLISH out and keeps its beginning, however the bytes are cut', () => {
    const long = publish('x'.repeat(300));
    const stream = Buffer.concat([publish('a'), ping, long, publish('b'), long, ping]);
    const rest = Buffer.concat([publish('a'), ping, publish('b'), ping]).toString('hex');
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 }), (sizes) => {
        const { feed, passed } = guard({ keep: 25 });
        const chunks: Buffer[] = [];
        for (let at = 0, i = 0; at < stream.length; at += sizes[i++ % sizes.length] ?? 1)
          chunks.push(stream.subarray(at, at + (sizes[i % sizes.length] ?? 1)));
        expect(feed(...chunks)).toBe(rest);
        expect(passed).toEqual(
          Array(2).fill({
            topic: 't',
            payload: Buffer.from('x'.repeat(20)),
            bytes: 300,
            qos: 1,
            messageId: 7,
          }),
        );
      }),
    );
  });

  it('takes a short PUBLISH with QoS 1 out, whole, however the bytes are cut', () => {
    const [other, long] = [publish('x'.repeat(12)), publish('y'.repeat(300))];
    const stream = Buffer.concat([
      publish('a'),
      ping,
      publish('b'),
      other,
      publish('q', 0),
      publish('c'),
      long,
      publish('d'),
    ]);
    const texts = (hex: string): string => Buffer.from(hex, 'hex').toString('latin1');
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1 }), (sizes) => {
        const { feed, passed, taken } = guard({ direct: () => true });
        const chunks: Buffer[] = [];
        for (let at = 0, i = 0; at < stream.length; i++) {
          const size = sizes[i % sizes.length] ?? 1;
          chunks.push(stream.subarray(at, at + size));
          at += size;
        }
        const rest = texts(feed(...chunks));
        expect(passed).toHaveLength(1);
        // What came behind something that the parser sees in the same chunk is seen by the parser too.
        for (const text of ['a', 'b', 'c', 'd'])
          expect([text, taken.includes(text) !== rest.includes(publish(text).toString('latin1'))]).toEqual([
            text,
            true,
          ]);
        for (const seen of [ping, other, publish('q', 0)]) expect(rest).toContain(seen.toString('latin1'));
      }),
    );
  });

  it('keeps the order of messages: behind what the parser sees in a chunk nothing is taken out', () => {
    const { feed, taken } = guard({ direct: (text) => text !== 'slow' });
    expect(feed(Buffer.concat([publish('a'), publish('slow'), publish('b')]))).toBe(
      Buffer.concat([publish('slow'), publish('b')]).toString('hex'),
    );
    feed(publish('c'));
    expect(taken).toEqual(['a', 'c']);
  });

  it('leaves a message that the broker has to keep, and one with QoS 0 or 2, to the parser', () => {
    const { feed, taken } = guard({ direct: () => true });
    const body = publish('a').subarray(2);
    const chunk = Buffer.concat([packet(0x33, body), publish('b', 0), publish('c', 2)]);
    expect(feed(chunk)).toBe(chunk.toString('hex'));
    expect(feed(packet(0x3a, body))).toBe('');
    expect(taken).toEqual(['a']);
  });

  it('knows no message id with QoS 0', () => {
    const { feed, passed } = guard();
    feed(publish('x'.repeat(50), 0));
    expect(passed.map(({ messageId, bytes }) => [messageId, bytes])).toEqual([[null, 50]]);
  });

  it.each([
    ['a long PUBLISH before the log-in', publish('x'.repeat(50)), false],
    ['a long packet of another kind', packet(0x82, Buffer.alloc(50)), true],
    ['a long PUBLISH of QoS 2', publish('x'.repeat(50), 2), true],
    ['a length of five bytes', Buffer.from([0x30, 0xff, 0xff, 0xff, 0xff, 1]), true],
    ['a topic longer than its packet', packet(0x32, Buffer.alloc(50, 0xff)), true],
  ])('cuts off %s', (_what, bytes, mayPublish) => {
    const { feed, violations } = guard({ mayPublish });
    expect(feed(bytes, ping)).toBe('');
    expect(violations).toHaveLength(1);
  });
});
