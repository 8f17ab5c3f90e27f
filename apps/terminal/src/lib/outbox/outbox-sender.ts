import type { Problem } from '@takt/contracts';
import type { Entry } from './entry';
import { judge, pauseMs, type Answer } from './outbox-rules';
import type { OutboxStore } from './outbox-store';

/** What the sender needs of its surroundings. */
export interface SenderSurroundings {
  /** name of this tab */
  readonly me: string;
  /** real time by this device's clock, epoch ms */
  readonly now: () => number;
  readonly send: (entry: Entry) => Promise<Answer>;
  /** core refused an entry: tells people of it, and says where it stands then */
  readonly refused: (entry: Entry, problem: Problem) => 'refused' | 'dropped';
  /** what a tab that does not send looks at again after, in real ms */
  readonly lookMs: number;
}

/** Sends the outbox, one entry after another, from one tab of the device at a time. */
export class OutboxSender {
  private busy = false;
  private again = false;
  private silent = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param store the outbox
   * @param surroundings clock, way to core
   */
  constructor(
    private readonly store: OutboxStore,
    private readonly surroundings: SenderSurroundings,
  ) {}

  /** Something may be sent: a new entry, a connection, a decision. */
  wake(): void {
    clearTimeout(this.timer);
    this.again = true;
    if (!this.busy) void this.run();
  }

  private async run(): Promise<void> {
    this.busy = true;
    while (this.again) {
      this.again = false;
      if (await this.sendOne().catch(() => this.later(this.surroundings.lookMs))) this.again = true;
    }
    this.busy = false;
  }

  private later(ms: number): false {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.wake(), ms);
    return false;
  }

  /** @returns whether to go on at once */
  private async sendOne(): Promise<boolean> {
    const { me, now, send, lookMs } = this.surroundings;
    const entry = await this.store.claim(me, now());
    if (entry === undefined) return false;
    if (entry === 'elsewhere') return this.later(lookMs);
    const answer = await send(entry);
    const verdict = judge(entry, answer);
    if (verdict.then === 'wait' || verdict.then === 'stop') {
      const failed = answer.kind === 'problem' && answer.problem.status >= 500;
      if (failed) await this.store.change(entry.seq, { failures: entry.failures + 1 });
      this.silent += 1;
      return this.later(pauseMs(this.silent - 1));
    }
    this.silent = 0;
    if (verdict.then === 'refused') {
      const { problem } = verdict;
      const stage = this.surroundings.refused(entry, problem);
      await this.store.refuse(entry.seq, { stage, problem, refusedMs: now() });
    } else {
      const { report, revision } = verdict;
      await this.store.done(entry.seq, {
        report,
        accepted: revision === undefined ? undefined : { revision, atMs: now() },
      });
    }
    return true;
  }
}
