import { randomUUID } from 'node:crypto';
import { authRoutes, plantRoutes, userRoutes } from '@takt/contracts';
import type { TestCore } from './core';

/** A second plant, as somebody asks for it. */
export const secondPlant = (id: string, timeZone = 'Asia/Shanghai') =>
  ({
    id,
    name: id,
    timeZone,
    currency: 'CNY',
    language: 'zh-CN',
    frozenSec: 0,
    toleranceSec: 0,
    ackWithinSec: 60,
    costing: 'standard',
  }) as const;

/**
 * Sets up a second plant, to try whether plants are kept apart.
 * @returns token of its administrator
 */
export async function otherPlant(core: TestCore, id = 'other', timeZone = 'Asia/Shanghai'): Promise<string> {
  await core.call(plantRoutes.create, {
    body: secondPlant(id, timeZone),
  });
  const login = `a${randomUUID().slice(0, 8)}`;
  const password = randomUUID();
  await core.call(userRoutes.create, {
    body: { login, name: login, language: 'en', role: 'admin', worker: null, active: true, password },
  });
  await core.database.query('update app_user set plant = $2 where login = $1', [login, id]);
  return (await core.call(authRoutes.login, { body: { login, password, plant: id } }, { token: null })).token;
}
