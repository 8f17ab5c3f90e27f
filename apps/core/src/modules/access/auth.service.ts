import { Inject, Injectable } from '@nestjs/common';
import { refuse, type Refusal, type Terminal, type Token, type User } from '@takt/contracts';
import { Clock } from '../../platform/clock';
import { currentContext, type Caller } from '../../platform/context';
import { Database } from '../../platform/database';
import { WorkerRepository } from '../people';
import { AccessRepository } from './access.repository';
import { ACCOUNT, Lockout, SCREEN, SOURCE, type Suspect } from './lockout';
import { digest, passwordMatches } from './password';
import { SessionService } from './session.service';

const source = (): Suspect => ({
  subject: `address ${currentContext()?.address ?? 'unknown'}`,
  rule: SOURCE,
});

/** Log-in by password, badge, PIN or pairing code. */
@Injectable()
export class AuthService {
  constructor(
    private readonly database: Database,
    private readonly repository: AccessRepository,
    private readonly workers: WorkerRepository,
    private readonly sessions: SessionService,
    private readonly lockout: Lockout,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Office log-in. Where one login exists in several plants, the first that matches, or the plant asked for. */
  async login(login: string, password: string, plant: string | undefined): Promise<Token | Refusal> {
    const suspects = [{ subject: `login ${login}`, rule: ACCOUNT }, source()];
    const locked = await this.lockout.refusal(suspects);
    if (locked) return locked;
    const rows = await this.database.read('*', (tx) => this.repository.byLogin(tx, login.toLowerCase()));
    const candidates = rows.filter((row) => plant === undefined || row.plant === plant);
    for (const row of candidates.length > 0 ? candidates : [null]) {
      if (!(await passwordMatches(row?.passwordHash, password)) || !row) continue;
      await this.lockout.succeeded(suspects);
      return this.sessions.open(row.plant, {
        kind: 'user',
        user: row as unknown as User,
        worker: null,
        terminal: null,
      });
    }
    await this.lockout.failed(suspects);
    return refuse('auth.refused');
  }

  /** Signs a person in at a terminal by badge. */
  async badge(caller: Caller, badge: string): Promise<Token | Refusal> {
    const suspects = [{ subject: `terminal ${caller.terminal}`, rule: SCREEN }];
    const locked = await this.lockout.refusal(suspects);
    if (locked) return locked;
    const worker = await this.database.read(caller.plant, (tx) => this.workers.byBadge(tx, badge));
    if (worker) return this.signIn(caller, worker.id);
    await this.lockout.failed(suspects);
    return refuse('auth.refused');
  }

  /** Signs a person in at a terminal by PIN. */
  async pin(caller: Caller, workerId: string, pin: string): Promise<Token | Refusal> {
    const suspects = [
      { subject: `pin ${caller.plant}/${workerId}`, rule: ACCOUNT },
      { subject: `terminal ${caller.terminal}`, rule: SCREEN },
    ];
    const locked = await this.lockout.refusal(suspects);
    if (locked) return locked;
    const { worker, hash } = await this.database.read(caller.plant, async (tx) => ({
      worker: await this.workers.find(tx, workerId),
      hash: await this.repository.pinHash(tx, workerId),
    }));
    if ((await passwordMatches(hash, pin)) && worker?.active) {
      await this.lockout.succeeded(suspects);
      return this.signIn(caller, workerId);
    }
    await this.lockout.failed(suspects);
    return refuse('auth.refused');
  }

  /** Pairs a screen by the code that the office shows; a code works once. */
  async pair(code: string, name: string): Promise<Token | Refusal> {
    const suspects = [source()];
    const locked = await this.lockout.refusal(suspects);
    if (locked) return locked;
    const paired = await this.database.write('*', async (tx) => {
      const row = await this.repository.byCode(tx, digest(code), new Date(this.clock.real()));
      if (!row) return null;
      const terminal = await this.repository.saveTerminal(tx, {
        plant: row.plant,
        id: row.id,
        name: row.name || name,
        codeHash: null,
        codeExpiresAt: null,
        pairedAt: this.clock.date(),
      });
      return { plant: row.plant, terminal };
    });
    if (!paired) {
      await this.lockout.failed(suspects);
      return refuse('auth.pairing', { code });
    }
    return this.openScreen(paired.plant, paired.terminal);
  }

  private openScreen(plant: string, terminal: Terminal): Promise<Token> {
    return this.sessions.open(plant, {
      kind: terminal.mode === 'andon' ? 'board' : 'terminal',
      user: null,
      worker: null,
      terminal,
    });
  }

  private async signIn(caller: Caller, workerId: string): Promise<Token | Refusal> {
    const { worker, user, facts } = await this.database.read(caller.plant, async (tx) => ({
      worker: await this.workers.find(tx, workerId),
      user: await this.repository.userOfWorker(tx, workerId),
      facts: await this.repository.session(tx, caller.session ?? ''),
    }));
    return this.sessions.open(caller.plant, {
      kind: 'worker',
      user,
      worker,
      terminal: facts?.terminal ?? null,
    });
  }
}
