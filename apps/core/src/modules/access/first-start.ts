import { Inject, Injectable } from '@nestjs/common';
import { isRefusal } from '@takt/contracts';
import { ENV, type Env } from '../../env';
import { PlantService } from '../plant';
import { randomPassword } from './password';
import { UserService } from './user.service';

/** The first administrator, as told to the person who installs. */
export interface FirstLogin {
  readonly login: string;
  readonly password: string;
}

const PLANT = 'main';
const LOGIN = 'admin';
/** PostgreSQL's code for a row that is there already. */
const DOUBLE = '23505';

/**
 * Sets an empty installation up: one plant and one administrator with a random password that is shown once. Of several
 * processes that start at the same time one does, and the others go on.
 */
@Injectable()
export class FirstStart {
  constructor(
    private readonly plants: PlantService,
    private readonly users: UserService,
    @Inject(ENV) private readonly env: Env,
  ) {}

  /** @returns the log-in that was made; null when the installation was set up before, or is being set up by another process */
  async run(): Promise<FirstLogin | null> {
    if ((await this.plants.plants()).length === 0) await this.createPlant();
    const [plant] = await this.plants.plants();
    if (!plant || (await this.users.list(plant.id)).length > 0) return null;
    const password = this.env.ADMIN_PASSWORD ?? randomPassword();
    const made = await this.users.create(plant.id, {
      login: LOGIN,
      name: 'Administrator',
      language: plant.language,
      role: 'admin',
      worker: null,
      active: true,
      password,
    });
    if (!isRefusal(made)) return { login: LOGIN, password };
    // Another process that started at the same time was first: it tells the password.
    if (made.code === 'thing.exists') return null;
    throw new Error(`the first administrator could not be made: ${made.code}`);
  }

  private async createPlant(): Promise<void> {
    const values = {
      name: 'Main plant',
      nameZh: '主工厂',
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      currency: 'EUR',
      language: 'en',
      frozenSec: 3600,
      toleranceSec: 900,
      ackWithinSec: 300,
      costing: 'standard',
    } as const;
    try {
      await this.plants.create(PLANT, values);
    } catch (error) {
      // by another process, after this one has looked
      if ((error as { code?: unknown }).code !== DOUBLE) throw error;
    }
  }
}
