import type { Outgoing } from './voice';

/**
 * What a device has said and core has not confirmed yet, in the order in which it was said. It outlives lost connections; one in
 * a file outlives the device's own restart too.
 */
export interface Outbox {
  /** how many wait */
  readonly size: number;
  /** how many were given up because there was no room */
  readonly dropped: number;
  /** Keeps a message; it is safe when this returns. */
  add(message: Outgoing): void;
  /** Forgets a message that core has. Unknown keys are ignored. */
  remove(key: string): void;
  /** All that wait, oldest first. */
  waiting(): readonly Outgoing[];
  close(): void;
}

const ROOM = 200_000;

/** An outbox in memory. When there is no more room the oldest message is given up and counted. */
export class MemoryOutbox implements Outbox {
  private readonly kept = new Map<string, Outgoing>();
  private lost = 0;

  /** @param room how many messages at most */
  constructor(private readonly room = ROOM) {}

  get size(): number {
    return this.kept.size;
  }

  get dropped(): number {
    return this.lost;
  }

  add(message: Outgoing): void {
    this.kept.set(message.key, message);
    if (this.kept.size <= this.room) return;
    const [oldest] = this.kept.keys();
    if (oldest !== undefined) this.kept.delete(oldest);
    this.lost += 1;
  }

  remove(key: string): void {
    this.kept.delete(key);
  }

  waiting(): readonly Outgoing[] {
    return [...this.kept.values()];
  }

  close(): void {
    // memory goes with the device
  }
}
