import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { isRefusal, refuse, type Refusal, type User, type UserName } from '@takt/contracts';
import type { Caller } from '../../platform/context';
import { Database, type Tx } from '../../platform/database';
import { requireMatch } from '../../platform/http';
import { WorkerRepository } from '../people';
import type { UserEntity } from './access.entity';
import { AccessRepository } from './access.repository';
import { hashPassword, passwordMatches } from './password';
import { SessionService } from './session.service';

/** What is written of a user. */
export type UserValues = Omit<User, 'id' | 'revision'> & { readonly password?: string | undefined };

const DOUBLE = '23505';

/** People who may log in. */
@Injectable()
export class UserService {
  constructor(
    private readonly database: Database,
    private readonly repository: AccessRepository,
    private readonly workers: WorkerRepository,
    private readonly sessions: SessionService,
  ) {}

  /** Users of the plant. */
  list(plant: string): Promise<User[]> {
    return this.database.read(plant, (tx) => this.repository.users(tx));
  }

  /** Who stands behind which login, also of those who may not log in any more: what they did stays. */
  async names(plant: string): Promise<UserName[]> {
    return (await this.list(plant)).map(({ id, login, name, worker }) => ({ id, login, name, worker }));
  }

  /** Adds a user. Without a password the person can log in by badge or PIN only. */
  async create(plant: string, values: UserValues): Promise<User | Refusal> {
    const passwordHash = values.password === undefined ? null : await hashPassword(values.password);
    return this.guarded(values.login, () =>
      this.database.write(plant, async (tx) => {
        const fault = await this.workerFault(tx, values.worker);
        return (
          fault ??
          this.repository.saveUser(tx, rowOf({ plant, id: uuid() }, values, { passwordHash, revision: 1 }))
        );
      }),
    );
  }

  /** Changes a user. A changed role, password or activity ends every log-in of the person. */
  async update(plant: string, id: string, values: UserValues): Promise<User | Refusal> {
    const passwordHash = values.password === undefined ? null : await hashPassword(values.password);
    let ended = false;
    const saved = await this.guarded(values.login, () =>
      this.database.write(plant, async (tx) => {
        const row = await this.repository.userRow(tx, id);
        if (!row) return refuse('thing.unknown', { kind: 'user', id });
        const fault =
          requireMatch(`user ${row.login}`, row.revision) ?? (await this.workerFault(tx, values.worker));
        if (fault) return fault;
        ended = row.role !== values.role || passwordHash !== null || (row.active && !values.active);
        return this.repository.saveUser(
          tx,
          rowOf({ plant, id }, values, {
            passwordHash: passwordHash ?? row.passwordHash,
            revision: row.revision + 1,
          }),
        );
      }),
    );
    if (ended && !isRefusal(saved)) await this.sessions.revoke(plant, { user: id });
    return saved;
  }

  /** Changes the own password; other log-ins of the person end. */
  async changePassword(caller: Caller, current: string, next: string): Promise<void | Refusal> {
    const passwordHash = await hashPassword(next);
    const done = await this.database.write(caller.plant, async (tx) => {
      const row = await this.repository.userRow(tx, caller.id);
      if (!row || !(await passwordMatches(row.passwordHash, current))) return refuse('auth.refused');
      return this.repository.saveUser(tx, { ...row, passwordHash, revision: row.revision + 1 });
    });
    if (isRefusal(done)) return done;
    await this.sessions.revoke(caller.plant, { user: caller.id });
  }

  /** Sets the PIN of a worker; the person's log-ins at screens end. */
  async setPin(plant: string, worker: string, pin: string): Promise<void | Refusal> {
    const hash = await hashPassword(pin);
    const done = await this.database.write(plant, async (tx) => {
      if (!(await this.workers.find(tx, worker)))
        return refuse('thing.unknown', { kind: 'worker', id: worker });
      await this.repository.savePin(tx, worker, hash);
      return null;
    });
    if (isRefusal(done)) return done;
    await this.sessions.revoke(plant, { worker });
  }

  private async workerFault(tx: Tx, worker: string | null): Promise<Refusal | null> {
    if (worker === null || (await this.workers.find(tx, worker))) return null;
    return refuse('reference.unknown', { field: 'worker', kind: 'worker', id: worker });
  }

  private async guarded(login: string, write: () => Promise<User | Refusal>): Promise<User | Refusal> {
    try {
      return await write();
    } catch (error) {
      if ((error as { code?: unknown }).code !== DOUBLE) throw error;
      return refuse('thing.exists', { kind: 'user', id: login });
    }
  }
}

function rowOf(
  key: { plant: string; id: string },
  values: UserValues,
  stored: { passwordHash: string | null; revision: number },
): UserEntity {
  const { login, name, language, role, worker, active } = values;
  return { ...key, login, name, language, role, worker, active, ...stored };
}
