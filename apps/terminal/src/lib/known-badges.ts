import type { Session, Token } from '@takt/contracts';

/** Somebody whose badge core has accepted at this device. */
export interface KnownBadge {
  /** digest of the badge */
  readonly digest: string;
  /** when core accepted it last, real time by this device's clock, epoch ms */
  readonly atMs: number;
  readonly session: Session;
}

const KEY = 'takt.terminal.badges';
const DAY_MS = 86_400_000;
const KNOWN_DAYS = 30;
const KNOWN_MAX = 200;
const SIGNED_IN_MS = 16 * 3_600_000;

/**
 * Badges as a device remembers them after one was accepted: the newest first, none older than 30 days, 200 at most.
 * @param known what was remembered
 * @param badge the one that was accepted
 */
export function remember(known: readonly KnownBadge[], badge: KnownBadge): readonly KnownBadge[] {
  const others = known.filter(
    ({ digest, atMs }) => digest !== badge.digest && badge.atMs - atMs < KNOWN_DAYS * DAY_MS,
  );
  return [badge, ...others].slice(0, KNOWN_MAX);
}

/**
 * The log-in that a known badge gives while core is away. It carries no token and no role, so nothing can be decided with it:
 * it only says who enters what, and core judges the entries when it is back.
 * @param known what is remembered
 * @param digest of the badge at the scanner
 * @param nowMs real time by this device's clock, epoch ms
 * @returns undefined: the badge was not accepted here lately
 */
export function offlineLogIn(known: readonly KnownBadge[], digest: string, nowMs: number): Token | undefined {
  const found = known.find(
    (each) => each.digest === digest && Math.abs(nowMs - each.atMs) < KNOWN_DAYS * DAY_MS,
  );
  if (!found) return undefined;
  const expiresAt = new Date(nowMs + SIGNED_IN_MS).toISOString();
  return { token: '', session: { ...found.session, role: 'operator', expiresAt } };
}

function kept(): readonly KnownBadge[] {
  try {
    return (JSON.parse(localStorage.getItem(KEY) ?? '[]') ?? []) as KnownBadge[];
  } catch {
    return [];
  }
}

/** Digest of a badge on this device; undefined where the browser has no digests, which is on pages without TLS. */
async function digestOf(badge: string, device: string): Promise<string | undefined> {
  if (!('subtle' in crypto)) return undefined;
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${device} ${badge}`));
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Core has accepted a badge: it is known here while core is away. */
export async function rememberBadge(badge: string, device: string, { session }: Token): Promise<void> {
  const digest = await digestOf(badge, device);
  if (digest === undefined) return;
  localStorage.setItem(KEY, JSON.stringify(remember(kept(), { digest, atMs: Date.now(), session })));
}

/** Core has refused a badge: it is known here no longer. */
export async function forgetBadge(badge: string, device: string): Promise<undefined> {
  const digest = await digestOf(badge, device);
  localStorage.setItem(KEY, JSON.stringify(kept().filter((each) => each.digest !== digest)));
}

/** The log-in of a badge while core is away; undefined: not known here. */
export async function knownBadge(badge: string, device: string): Promise<Token | undefined> {
  const digest = await digestOf(badge, device);
  return digest === undefined ? undefined : offlineLogIn(kept(), digest, Date.now());
}
