/** Bounds of what has been read and is not stored yet. */
export interface InFlightLimits {
  readonly messages: number;
  readonly bytes: number;
}

/** What a message costs beside its payload, roughly. */
const OVERHEAD_BYTES = 500;
/** Reading begins again when so much of the room is free. */
const REOPEN_SHARE = 0.5;

/**
 * Counts what has been read and is not stored yet. Beyond a limit reading stops, and the senders wait in their sockets:
 * while PostgreSQL is away memory does not grow and nothing is acknowledged.
 */
export class InFlight {
  private messages = 0;
  private bytes = 0;
  private full = false;
  private shut = false;
  private readonly waiting = new Set<() => void>();

  constructor(private readonly limits: InFlightLimits) {}

  /** May more be read? */
  get open(): boolean {
    return !this.full && !this.shut;
  }

  /** How many messages are in flight. */
  get count(): number {
    return this.messages;
  }

  /** A message has been read. */
  enter(bytes: number): void {
    this.messages += 1;
    this.bytes += bytes + OVERHEAD_BYTES;
    if (this.messages >= this.limits.messages || this.bytes >= this.limits.bytes) this.full = true;
  }

  /** A message is stored, or given back. */
  leave(bytes: number): void {
    this.messages -= 1;
    this.bytes -= bytes + OVERHEAD_BYTES;
    if (!this.full) return;
    const { messages, bytes: most } = this.limits;
    if (this.messages > messages * REOPEN_SHARE || this.bytes > most * REOPEN_SHARE) return;
    this.full = false;
    if (this.shut) return;
    const waiting = [...this.waiting];
    this.waiting.clear();
    for (const wake of waiting) wake();
  }

  /** Calls when there is room again; once. */
  whenOpen(wake: () => void): void {
    this.waiting.add(wake);
  }

  /** Forgets a call that was asked for. */
  forget(wake: () => void): void {
    this.waiting.delete(wake);
  }

  /** Lets nothing in any more. */
  close(): void {
    this.shut = true;
    this.waiting.clear();
  }
}
