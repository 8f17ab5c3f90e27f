const PUBACK = 0x40;
const ACK_BYTES = 4;

/**
 * Acknowledgements that follow a commit, sent together. A message identifier means something on the connection on
 * which it came, and nothing on the next: acknowledgements of an older connection are dropped, and the broker sends those
 * messages again.
 * @see MQTT 3.1.1, 3.4 and 4.4
 */
export class DeferredAcks {
  private connection = 0;
  private ready: number[] = [];

  /** @param write sends bytes on the newest connection */
  constructor(private readonly write: (bytes: Buffer) => void) {}

  /** A new connection has begun, or the old one has ended. */
  renew(): void {
    this.connection += 1;
    this.ready = [];
  }

  /**
   * Promises to acknowledge a message later.
   * @returns call it when the message is stored
   */
  later(messageId: number): () => void {
    const { connection } = this;
    return () => {
      if (connection !== this.connection) return;
      this.ready.push(messageId);
      if (this.ready.length === 1) setImmediate(() => this.flush());
    };
  }

  /** Sends what is due at once. */
  flush(): void {
    if (this.ready.length === 0) return;
    const bytes = Buffer.allocUnsafe(this.ready.length * ACK_BYTES);
    this.ready.forEach((id, index) => {
      bytes.writeUInt16BE((PUBACK << 8) | 2, index * ACK_BYTES);
      bytes.writeUInt16BE(id, index * ACK_BYTES + 2);
    });
    this.ready = [];
    this.write(bytes);
  }
}
