/**
 * How connections to PostgreSQL notice that it has gone without a word, as when its machine lost power or a firewall forgot them:
 * asked after 10 s of silence, given up 10 s later. Without a delay of its own the operating system asks after two hours.
 */
export const KEEP_ALIVE = { keepAlive: true, keepAliveInitialDelayMillis: 10_000 } as const;
