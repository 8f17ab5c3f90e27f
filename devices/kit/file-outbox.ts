import {
  closeSync,
  existsSync,
  fdatasyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { MemoryOutbox, type Outbox } from './outbox';
import type { Outgoing } from './voice';

/** When the file is brought to the disk: `each` message (survives a power failure) or when the system likes (survives a crash). */
export type Sync = 'each' | 'system';

const COMPACT_LINES = 20_000;

function isOutgoing(value: unknown): value is Outgoing {
  return (
    typeof value === 'object' && value !== null && 'key' in value && 'payload' in value && 'topic' in value
  );
}

/** Lines of a journal: a message that was said, or `{"done": key}`. A torn last line is what the crash cut off. */
function readJournal(path: string): Outgoing[] {
  const waiting = new Map<string, Outgoing>();
  for (const line of existsSync(path) ? readFileSync(path, 'utf8').split('\n') : []) {
    try {
      const entry: unknown = JSON.parse(line);
      if (isOutgoing(entry)) waiting.set(entry.key, entry);
      else waiting.delete((entry as { done: string }).done);
    } catch {
      continue;
    }
  }
  return [...waiting.values()];
}

/** An outbox in a file: a journal of what was said and what was confirmed, written anew when most of it is history. */
export class FileOutbox implements Outbox {
  private readonly memory: MemoryOutbox;
  private file: number;
  private lines = 0;

  /**
   * Opens the outbox and what was left in it.
   * @param path its file; made when absent
   */
  constructor(
    private readonly path: string,
    private readonly sync: Sync = 'system',
    room?: number,
  ) {
    mkdirSync(dirname(path), { recursive: true });
    this.memory = new MemoryOutbox(room);
    for (const message of readJournal(path)) this.memory.add(message);
    this.file = this.rewrite();
  }

  get size(): number {
    return this.memory.size;
  }

  get dropped(): number {
    return this.memory.dropped;
  }

  add(message: Outgoing): void {
    this.write(message);
    if (this.sync === 'each') fdatasyncSync(this.file);
    this.memory.add(message);
  }

  remove(key: string): void {
    this.memory.remove(key);
    this.write({ done: key });
    if (this.lines < COMPACT_LINES || this.memory.size * 2 > this.lines) return;
    closeSync(this.file);
    this.file = this.rewrite();
  }

  waiting(): readonly Outgoing[] {
    return this.memory.waiting();
  }

  close(): void {
    closeSync(this.file);
  }

  private write(entry: Outgoing | { readonly done: string }): void {
    writeSync(this.file, `${JSON.stringify(entry)}\n`);
    this.lines += 1;
  }

  /** Writes what waits into a new file, which then takes the old one's place. */
  private rewrite(): number {
    const next = `${this.path}.new`;
    const file = openSync(next, 'w');
    const waiting = this.memory.waiting();
    for (const message of waiting) writeSync(file, `${JSON.stringify(message)}\n`);
    if (this.sync === 'each') fdatasyncSync(file);
    renameSync(next, this.path);
    this.lines = waiting.length;
    return file;
  }
}
