import { Injectable } from '@nestjs/common';
import { IsNull, MoreThan } from 'typeorm';
import type { Terminal, User } from '@takt/contracts';
import type { Tx } from '../../platform/database';
import { AttemptEntity, PinEntity, SessionEntity, TerminalEntity, UserEntity } from './access.entity';

const iso = (date: Date | null): string | null => (date === null ? null : date.toISOString());

function terminalOf({
  plant: _,
  codeHash: _code,
  codeExpiresAt: _expires,
  pairedAt,
  lastSeenAt,
  revokedAt,
  ...rest
}: TerminalEntity): Terminal {
  return {
    ...rest,
    pairedAt: iso(pairedAt),
    lastSeenAt: iso(lastSeenAt),
    revokedAt: iso(revokedAt),
  } as Terminal;
}

function userOf({ plant: _, passwordHash: _hash, ...rest }: UserEntity): User {
  return rest as User;
}

/** A log-in with its user and screen. */
export interface SessionRow {
  readonly session: SessionEntity;
  readonly user: User | null;
  readonly terminal: Terminal | null;
}

/** Users, terminals and log-ins in PostgreSQL. */
@Injectable()
export class AccessRepository {
  /** Users of the plant by name. */
  async users(tx: Tx): Promise<User[]> {
    return (await tx.of(UserEntity).find({ where: { plant: tx.plant }, order: { name: 'ASC' } })).map(userOf);
  }

  /** One user, locked for a change. */
  userRow(tx: Tx, id: string): Promise<UserEntity | null> {
    return tx.of(UserEntity).findOne({ where: { plant: tx.plant, id }, lock: { mode: 'pessimistic_write' } });
  }

  /** A user of any plant the transaction may see. */
  userIn(tx: Tx, plant: string, id: string): Promise<UserEntity | null> {
    return tx.of(UserEntity).findOneBy({ plant, id });
  }

  /** Users with a login, in every plant the transaction may see, the oldest first: their ids tell. */
  byLogin(tx: Tx, login: string): Promise<UserEntity[]> {
    return tx.of(UserEntity).find({ where: { login, active: true }, order: { id: 'ASC' } });
  }

  /** The user that a worker is, if any. */
  async userOfWorker(tx: Tx, worker: string): Promise<User | null> {
    const row = await tx.of(UserEntity).findOneBy({ plant: tx.plant, worker, active: true });
    return row && userOf(row);
  }

  /** Stores a user. */
  async saveUser(tx: Tx, user: UserEntity): Promise<User> {
    return userOf(await tx.of(UserEntity).save(user));
  }

  /** Hash of a worker's PIN. */
  async pinHash(tx: Tx, worker: string): Promise<string | null> {
    return (await tx.of(PinEntity).findOneBy({ plant: tx.plant, worker }))?.pinHash ?? null;
  }

  /** Sets a worker's PIN. */
  async savePin(tx: Tx, worker: string, pinHash: string): Promise<void> {
    await tx.of(PinEntity).save({ plant: tx.plant, worker, pinHash });
  }

  /** Floor screens by name. */
  async terminals(tx: Tx): Promise<Terminal[]> {
    return (
      await tx
        .of(TerminalEntity)
        .find({ where: { plant: tx.plant, revokedAt: IsNull() }, order: { line: 'ASC', name: 'ASC' } })
    ).map(terminalOf);
  }

  /** A screen that waits for its pairing code; in any plant. */
  byCode(tx: Tx, codeHash: string, now: Date): Promise<TerminalEntity | null> {
    return tx.of(TerminalEntity).findOne({
      where: { codeHash, codeExpiresAt: MoreThan(now), revokedAt: IsNull() },
      lock: { mode: 'pessimistic_write' },
    });
  }

  /** Stores a screen. */
  async saveTerminal(
    tx: Tx,
    terminal: Partial<TerminalEntity> & { plant: string; id: string },
  ): Promise<Terminal> {
    await tx.of(TerminalEntity).save(terminal);
    return terminalOf(
      await tx.of(TerminalEntity).findOneByOrFail({ plant: terminal.plant, id: terminal.id }),
    );
  }

  /** Remembers that a screen was seen. */
  async sawTerminal(tx: Tx, id: string, at: Date): Promise<void> {
    await tx.of(TerminalEntity).update({ plant: tx.plant, id }, { lastSeenAt: at });
  }

  /** Stores a new log-in. */
  async saveSession(tx: Tx, session: SessionEntity): Promise<void> {
    await tx.of(SessionEntity).insert(session);
  }

  /** A log-in with its user and screen. */
  async session(tx: Tx, id: string): Promise<SessionRow | null> {
    const session = await tx.of(SessionEntity).findOneBy({ plant: tx.plant, id });
    if (!session) return null;
    const user =
      session.user === null ? null : await tx.of(UserEntity).findOneBy({ plant: tx.plant, id: session.user });
    const terminal =
      session.terminal === null
        ? null
        : await tx.of(TerminalEntity).findOneBy({ plant: tx.plant, id: session.terminal });
    return { session, user: user && userOf(user), terminal: terminal && terminalOf(terminal) };
  }

  /** Revokes log-ins. @returns their ids */
  async revoke(
    tx: Tx,
    which: { id: string } | { user: string } | { terminal: string } | { worker: string },
    at: Date,
  ): Promise<string[]> {
    const rows = await tx
      .of(SessionEntity)
      .find({ where: { plant: tx.plant, revokedAt: IsNull(), ...which }, select: { plant: true, id: true } });
    for (const { id } of rows) await tx.of(SessionEntity).update({ plant: tx.plant, id }, { revokedAt: at });
    return rows.map(({ id }) => id);
  }

  /** Removes log-ins that ended long ago, and old failed attempts. */
  async clean(tx: Tx, before: Date): Promise<void> {
    await tx.query('delete from session where expires_at < $1', [before]);
    await tx.query('delete from login_attempt where last_at < $1', [before]);
  }

  /** Failed attempts of a subject, locked for a change. */
  attempt(tx: Tx, plant: string, subject: string): Promise<AttemptEntity | null> {
    return tx.of(AttemptEntity).findOne({ where: { plant, subject }, lock: { mode: 'pessimistic_write' } });
  }

  /** Stores failed attempts. */
  async saveAttempt(tx: Tx, attempt: AttemptEntity): Promise<void> {
    await tx.of(AttemptEntity).save(attempt);
  }

  /** Forgets failed attempts after a success. */
  async clearAttempts(tx: Tx, plant: string, subjects: readonly string[]): Promise<void> {
    for (const subject of subjects) await tx.of(AttemptEntity).delete({ plant, subject });
  }
}
