import { Inject, Injectable } from '@nestjs/common';
import { refuse, type Refusal } from '@takt/contracts';
import { Clock } from '../../platform/clock';
import { Database } from '../../platform/database';
import { AccessRepository } from './access.repository';

/** How many failures a subject may have before it must wait, and for how long at first. */
export interface LockRule {
  readonly free: number;
  readonly firstSec: number;
  readonly longestSec: number;
}

/** What is guessed at, and from where; each counts by itself. */
export interface Suspect {
  readonly subject: string;
  readonly rule: LockRule;
}

/** Guesses at one account: five, then 15 s, doubling up to an hour. */
export const ACCOUNT: LockRule = { free: 5, firstSec: 15, longestSec: 3600 };
/** Guesses from one screen: shared by all who work there, so that a line is never locked out for long. */
export const SCREEN: LockRule = { free: 20, firstSec: 10, longestSec: 60 };
/** Guesses from one address. */
export const SOURCE: LockRule = { free: 60, firstSec: 10, longestSec: 300 };

const FORGET_MS = 15 * 60_000;

/** Slows guessing down: failures are counted per account, screen and address; after too many each waits longer. */
@Injectable()
export class Lockout {
  constructor(
    private readonly database: Database,
    private readonly repository: AccessRepository,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** @returns auth.locked while one of the suspects has to wait */
  async refusal(suspects: readonly Suspect[]): Promise<Refusal | null> {
    return this.database.read('*', async (tx) => {
      for (const { subject } of suspects) {
        const attempt = await this.repository.attempt(tx, '*', subject);
        const waitMs = (attempt?.lockedUntil?.getTime() ?? 0) - this.clock.real();
        if (waitMs > 0) return refuse('auth.locked', { seconds: Math.ceil(waitMs / 1000) });
      }
      return null;
    });
  }

  /** Counts a failure against each suspect. */
  async failed(suspects: readonly Suspect[]): Promise<void> {
    const now = this.clock.real();
    await this.database.read('*', async (tx) => {
      for (const { subject, rule } of suspects) {
        const before = await this.repository.attempt(tx, '*', subject);
        const stale = !before || now - before.lastAt.getTime() > FORGET_MS;
        const failures = stale ? 1 : before.failures + 1;
        const over = failures - rule.free;
        const lockSec = over < 0 ? 0 : Math.min(rule.longestSec, rule.firstSec * 2 ** over);
        await this.repository.saveAttempt(tx, {
          plant: '*',
          subject,
          failures,
          lastAt: new Date(now),
          lockedUntil: lockSec > 0 ? new Date(now + lockSec * 1000) : null,
        });
      }
    });
  }

  /** Forgets the failures of an account after a success. */
  async succeeded(suspects: readonly Suspect[]): Promise<void> {
    const accounts = suspects.filter(({ rule }) => rule === ACCOUNT).map(({ subject }) => subject);
    await this.database.read('*', (tx) => this.repository.clearAttempts(tx, '*', accounts));
  }
}
