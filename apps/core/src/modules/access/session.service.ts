import { Inject, Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { v7 as uuid } from 'uuid';
import type { Role, Session, Terminal, Token, User, Worker } from '@takt/contracts';
import { TokenAuth, type AcceptedToken } from '../../platform/auth';
import { Clock } from '../../platform/clock';
import type { Caller } from '../../platform/context';
import { Database } from '../../platform/database';
import { Realtime } from '../../platform/realtime';
import type { SessionEntity } from './access.entity';
import { AccessRepository } from './access.repository';
import { SessionFactsReader, type SessionFacts } from './session-facts';

/** Real hours that a log-in lasts. A screen stays paired for years until it is revoked. */
const HOURS = { user: 12, worker: 16, terminal: 24 * 1000, board: 24 * 1000 } as const;
/** How long a log-in that was looked up is believed, in real ms: a revocation takes effect within it at the latest. */
const BELIEVE_MS = 5000;
const CACHE_MAX = 5000;
const SEEN_EVERY_MS = 60_000;

/** Kind of a log-in. */
export type SessionKind = keyof typeof HOURS;

/** Whom a new log-in is for. */
export interface Subject {
  readonly kind: SessionKind;
  readonly user: User | null;
  readonly worker: Worker | null;
  readonly terminal: Terminal | null;
}

interface Claims {
  readonly sid: string;
  readonly plant: string;
}

interface Believed {
  readonly until: number;
  readonly accepted: AcceptedToken | null;
}

/** Opens, checks and ends log-ins. A token only names its log-in: what it may do is looked up, so that changes count at once. */
@Injectable()
export class SessionService extends TokenAuth {
  private readonly cache = new Map<string, Believed>();
  private readonly seen = new Map<string, number>();

  constructor(
    private readonly database: Database,
    private readonly repository: AccessRepository,
    private readonly facts: SessionFactsReader,
    private readonly jwt: JwtService,
    private readonly realtime: Realtime,
    @Inject(Clock) private readonly clock: Clock,
  ) {
    super();
  }

  /** Opens a log-in. Call it within a write, so that it is audited. */
  async open(plant: string, subject: Subject): Promise<Token> {
    const now = this.clock.real();
    const row: SessionEntity = {
      plant,
      id: uuid(),
      kind: subject.kind,
      user: subject.user?.id ?? null,
      worker: subject.worker?.id ?? null,
      terminal: subject.terminal?.id ?? null,
      createdAt: new Date(now),
      expiresAt: new Date(now + HOURS[subject.kind] * 3_600_000),
      revokedAt: null,
    };
    await this.database.write(plant, (tx) => this.repository.saveSession(tx, row));
    const claims: Claims = { sid: row.id, plant };
    const token = await this.jwt.signAsync(claims, { expiresIn: HOURS[subject.kind] * 3600 });
    return { token, session: await this.describe(plant, row, subject) };
  }

  override async authenticate(token: string | undefined): Promise<AcceptedToken | null> {
    if (token === undefined || token.length > 2000) return null;
    let claims: Claims;
    try {
      claims = await this.jwt.verifyAsync<Claims>(token);
    } catch {
      return null;
    }
    if (typeof claims.sid !== 'string' || !/^[a-z0-9-]{1,40}$/.test(String(claims.plant))) return null;
    const now = this.clock.real();
    const believed = this.cache.get(claims.sid);
    if (believed && believed.until > now && (believed.accepted?.expiresAt ?? now) >= now)
      return believed.accepted;
    const accepted = await this.load(claims);
    if (this.cache.size > CACHE_MAX) this.cache.clear();
    this.cache.set(claims.sid, { until: now + BELIEVE_MS, accepted });
    return accepted;
  }

  /** Who a caller is, for its screen. */
  async session(caller: Caller): Promise<Session | null> {
    const facts = await this.facts.read(caller.plant, caller.session ?? '');
    return (
      facts &&
      this.describe(caller.plant, facts.session, { ...facts, kind: facts.session.kind as SessionKind })
    );
  }

  /** Ends log-ins; their tokens are worthless and their sockets cut at once. */
  async revoke(
    plant: string,
    which: { id: string } | { user: string } | { terminal: string } | { worker: string },
  ): Promise<void> {
    const ids = await this.database.write(plant, (tx) =>
      this.repository.revoke(tx, which, new Date(this.clock.real())),
    );
    for (const id of ids) {
      this.cache.delete(id);
      this.realtime.cut(id, 'auth.invalid');
    }
  }

  private async load(claims: Claims): Promise<AcceptedToken | null> {
    const now = this.clock.real();
    const facts = await this.facts.read(claims.plant, claims.sid);
    if (!facts || facts.session.revokedAt !== null || facts.session.expiresAt.getTime() <= now) return null;
    if (facts.user?.active === false || facts.worker?.active === false || facts.terminal?.revokedAt)
      return null;
    await this.touch(claims.plant, facts.terminal);
    return { caller: callerOf(facts), expiresAt: facts.session.expiresAt.getTime() };
  }

  private async touch(plant: string, terminal: Terminal | null): Promise<void> {
    const now = this.clock.real();
    if (!terminal || now - (this.seen.get(terminal.id) ?? 0) < SEEN_EVERY_MS) return;
    this.seen.set(terminal.id, now);
    await this.database.read(plant, (tx) => this.repository.sawTerminal(tx, terminal.id, this.clock.date()));
  }

  private async describe(plantId: string, row: SessionEntity, subject: Subject): Promise<Session> {
    const plant = await this.facts.plant(plantId);
    const caller = callerOf({ ...subject, session: row });
    return {
      kind: subject.kind,
      plant,
      name: caller.name,
      role: isRole(caller.rights) ? caller.rights : null,
      user: row.user,
      worker: caller.worker,
      terminal: subject.terminal,
      language: subject.user?.language ?? subject.worker?.language ?? plant.language,
      expiresAt: row.expiresAt.toISOString(),
    };
  }
}

const isRole = (rights: string): rights is Role =>
  ['operator', 'lead', 'planner', 'manager', 'admin'].includes(rights);

function callerOf({ session, user, worker, terminal }: SessionFacts): Caller {
  const kind = session.kind as SessionKind;
  const rights = kind === 'terminal' || kind === 'board' ? kind : (user?.role ?? 'operator');
  return {
    kind,
    rights,
    plant: session.plant,
    id: session.user ?? session.worker ?? session.terminal ?? session.id,
    name: user?.name ?? worker?.name ?? terminal?.name ?? kind,
    user: user?.login ?? null,
    worker: session.worker ?? user?.worker ?? null,
    terminal: session.terminal,
    line: terminal?.line ?? null,
    stations: terminal && terminal.mode === 'operator' ? terminal.stations : null,
    session: session.id,
  };
}
