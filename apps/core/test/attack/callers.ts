import { randomUUID } from 'node:crypto';
import { authRoutes, ROLES, terminalRoutes, userRoutes, type CallerKind } from '@takt/contracts';
import type { TestCore } from '../core';

/** Everybody who carries a token. */
export type TokenKind = Exclude<CallerKind, 'channel'>;

/** A token of each kind of caller, in the plant of the core's administrator. The station has to exist. */
export async function tokensOf(
  core: TestCore,
  { line, station }: { readonly line: string; readonly station: string },
): Promise<Record<TokenKind, string>> {
  const people = ROLES.map(async (role) => {
    const [login, password] = [`${role}-${randomUUID().slice(0, 8)}`, randomUUID()];
    const body = { login, name: login, language: 'en', role, worker: null, active: true, password } as const;
    await core.call(userRoutes.create, { body });
    const { token } = await core.call(authRoutes.login, { body: { login, password } }, { token: null });
    return [role, token] as const;
  });
  const screens = (['operator', 'andon'] as const).map(async (mode) => {
    const { code } = await core.call(terminalRoutes.create, {
      body: { name: mode, mode, line, stations: mode === 'operator' ? [station] : [] },
    });
    const { token } = await core.call(authRoutes.pair, { body: { code, name: mode } }, { token: null });
    return [mode === 'andon' ? 'board' : 'terminal', token] as const;
  });
  return Object.fromEntries(await Promise.all([...people, ...screens])) as Record<TokenKind, string>;
}
