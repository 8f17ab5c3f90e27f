/** The few MQTT packets that a load generator needs, written without a client around them. */

function lengthOf(bytes: number): Buffer {
  const out: number[] = [];
  do {
    out.push((bytes % 128) | (bytes >= 128 ? 0x80 : 0));
    bytes = Math.floor(bytes / 128);
  } while (bytes > 0);
  return Buffer.from(out);
}

const text = (value: string): Buffer => {
  const bytes = Buffer.from(value);
  return Buffer.concat([Buffer.from([bytes.length >> 8, bytes.length & 0xff]), bytes]);
};

const packet = (first: number, body: Buffer): Buffer =>
  Buffer.concat([Buffer.from([first]), lengthOf(body.length), body]);

/** CONNECT of MQTT 3.1.1 with a clean session and no keep-alive. */
export function connectPacket(clientId: string, username: string, password: string): Buffer {
  const head = Buffer.concat([text('MQTT'), Buffer.from([4, 0xc2, 0, 0])]);
  return packet(0x10, Buffer.concat([head, text(clientId), text(username), text(password)]));
}

/** PUBLISH with QoS 1. */
export function publishPacket(topic: string, messageId: number, payload: string): Buffer {
  const id = Buffer.from([messageId >> 8, messageId & 0xff]);
  return packet(0x32, Buffer.concat([text(topic), id, Buffer.from(payload)]));
}

/**
 * Reads the packets that a broker sends to a publisher: all of them are four bytes long.
 * @param onAck called with the message id of each PUBACK
 * @returns a function that takes chunks of the stream
 */
export function ackReader(
  onConnected: (code: number) => void,
  onAck: (messageId: number) => void,
): (chunk: Buffer) => void {
  let rest: Buffer = Buffer.alloc(0);
  return (chunk) => {
    const data = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    let at = 0;
    for (; at + 4 <= data.length; at += 4) {
      if (data[at] === 0x40) onAck(data.readUInt16BE(at + 2));
      else if (data[at] === 0x20) onConnected(data[at + 3] ?? 255);
      else throw new Error(`unexpected packet 0x${(data[at] ?? 0).toString(16)}`);
    }
    rest = data.subarray(at);
  };
}
