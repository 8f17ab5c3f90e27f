import { isIP } from 'node:net';
import { z } from 'zod';

/** `1`, `true`, `yes` are true; `0`, `false`, `no`, '' are false. */
const flag = z
  .string()
  .toLowerCase()
  .refine((text) => ['1', 'true', 'yes', '0', 'false', 'no', ''].includes(text), 'true or false')
  .transform((text) => ['1', 'true', 'yes'].includes(text));

/** `10.1.0.0/16` or an address; IPv6 as well. */
function isNetwork(text: string): boolean {
  const [address = '', bits = '0', ...rest] = text.split('/');
  const family = isIP(address);
  return (
    family > 0 && rest.length === 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= (family === 6 ? 128 : 32)
  );
}

const WEAK_SECRET = /^(secret|changeme|change-me|password|default|takt|test|dev)/i;
const SECRET_MIN = 32;

/**
 * Every setting of core, each with its unit, default and one sentence. This is the only reader of process.env; the README's
 * table and docker-compose.yml are checked against it.
 */
export const envSchema = z.object({
  ROLE: z
    .enum(['all', 'api', 'ingest', 'worker'])
    .default('all')
    .describe('which part of core this process is'),
  HOST: z
    .string()
    .default('127.0.0.1')
    .describe('address to listen on; beyond loopback TAKT_SECRET must be set'),
  PORT: z.coerce
    .number()
    .int()
    .min(0)
    .max(65535)
    .default(3000)
    .describe('HTTP port; the next free one is taken when it is busy and not set'),
  DATA_DIR: z.string().default('.takt').describe('folder of the embedded database, secrets and logs'),
  DATABASE_URL: z
    .url()
    .optional()
    .describe(
      'PostgreSQL 15 or newer, itself or a pool of whole sessions (statements are prepared, locks and `LISTEN` are of a session); without it the embedded one is started',
    ),
  DATABASE_POOL: z.coerce
    .number()
    .int()
    .min(2)
    .max(200)
    .default(16)
    .describe('connections of this process to PostgreSQL'),
  MQTT_URL: z.url().optional().describe('external MQTT broker; without it one is started in this process'),
  MQTT_CLIENT_ID: z
    .string()
    .regex(/^[A-Za-z0-9-]{1,60}$/)
    .default('takt-core')
    .describe('fixed name of this process at an external broker; each ingest process has its own'),
  MQTT_PORT: z.coerce
    .number()
    .int()
    .min(0)
    .max(65535)
    .default(1883)
    .describe('TCP port of the embedded broker; the next free one when busy'),
  MQTT_WS_PORT: z.coerce
    .number()
    .int()
    .min(0)
    .max(65535)
    .default(8883)
    .describe('WebSocket port of the embedded broker; the next free one when busy'),
  BROKER_FILES_DIR: z
    .string()
    .optional()
    .describe('folder in which the worker keeps password and ACL files for an external mosquitto'),
  REDIS_URL: z.url().optional().describe('Redis or Valkey for jobs and push; without it both use PostgreSQL'),
  TAKT_SECRET: z
    .string()
    .min(SECRET_MIN)
    .refine((text) => !WEAK_SECRET.test(text) && new Set(text).size >= 10, 'a random text, not a default')
    .optional()
    .describe('signs log-ins, 32 characters or more; without it a random one is kept in DATA_DIR'),
  ADMIN_PASSWORD: z
    .string()
    .min(12)
    .optional()
    .describe('password of the first administrator; without it a random one is printed once'),
  ALLOWED_ORIGINS: z
    .string()
    .default('')
    .transform((text) =>
      text
        .split(',')
        .map((part) => part.trim())
        .filter(Boolean),
    )
    .describe('further web origins that may open sockets, comma-separated; the own origin always may'),
  WEBHOOK_PRIVATE: z
    .string()
    .default('')
    .transform((text) =>
      text
        .split(',')
        .map((part) => part.trim())
        .filter(Boolean),
    )
    .refine(
      (networks) => networks.every(isNetwork),
      'addresses such as 127.0.0.1 or networks such as 10.1.0.0/16',
    )
    .describe(
      'private addresses and networks that webhooks may reach, comma-separated; public ones they always may',
    ),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/ })
    .optional()
    .describe(
      'mail server for reports, such as smtps://user:password@mail.example; without it no mail is sent',
    ),
  SMTP_FROM: z.email().optional().describe('address that mail comes from; needed with SMTP_URL'),
  CLOCK_RATE: z.coerce
    .number()
    .min(0.01)
    .max(10_000)
    .default(1)
    .describe('factory seconds per real second; 1 in production'),
  CLOCK_START: z.iso
    .datetime({ offset: true })
    .optional()
    .describe('factory time at the first start, for demonstrations and tests'),
  RETENTION_DAYS: z.coerce
    .number()
    .int()
    .min(1)
    .max(3650)
    .default(90)
    .describe('days that raw device messages are kept'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
    .default('info')
    .describe('least severity that is logged'),
  LOG_PRETTY: flag.default(false).describe('log lines for people instead of JSON'),
  DRAIN_SEC: z.coerce
    .number()
    .int()
    .min(1)
    .max(300)
    .default(10)
    .describe('seconds that a stopping process may take to finish its work'),
  REQUESTS_PER_MIN: z.coerce
    .number()
    .int()
    .min(10)
    .max(1_000_000)
    .default(6000)
    .describe('requests per minute and caller before 429'),
  SOLVE_MS: z.coerce
    .number()
    .int()
    .min(0)
    .max(600_000)
    .default(800)
    .describe('real milliseconds a replan may search'),
  NODE_ENV: z.string().default('production').describe('test: replies are checked against the contract'),
});

/** Validated settings. */
export type Env = z.infer<typeof envSchema>;

/** Settings that cannot be used: every fault at once. */
export class EnvFault extends Error {
  constructor(readonly faults: readonly string[]) {
    super(
      `The settings cannot be used:\n${faults.map((fault) => `  ${fault}`).join('\n')}\nMaybe compare them with the table in README.md.`,
    );
  }
}

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

/** Rules that concern several settings. */
function crossFaults(env: Env): string[] {
  const faults: string[] = [];
  if (!LOOPBACK.has(env.HOST) && env.TAKT_SECRET === undefined)
    faults.push(`HOST=${env.HOST}: beyond loopback a secret of your own is needed; set TAKT_SECRET`);
  if (env.ROLE !== 'all' && env.DATABASE_URL === undefined)
    faults.push(`ROLE=${env.ROLE}: several processes need a shared database; set DATABASE_URL`);
  if (env.ROLE !== 'all' && env.TAKT_SECRET === undefined)
    faults.push(`ROLE=${env.ROLE}: several processes need a shared secret; set TAKT_SECRET`);
  if (env.ROLE === 'ingest' && env.MQTT_URL === undefined)
    faults.push('ROLE=ingest: a separate ingest needs an external broker; set MQTT_URL');
  if (env.SMTP_URL !== undefined && env.SMTP_FROM === undefined)
    faults.push('SMTP_URL: mail has to come from an address; set SMTP_FROM');
  return faults;
}

/**
 * Reads the settings.
 * @param source names and values, normally process.env
 * @throws {EnvFault} with every fault at once
 */
export function readEnv(source: Readonly<Record<string, string | undefined>> = process.env): Env {
  const given = Object.fromEntries(
    Object.entries(source).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = envSchema.safeParse(given);
  if (!parsed.success) {
    throw new EnvFault(
      parsed.error.issues.map(
        (issue) => `${issue.path.join('.')}=${given[String(issue.path[0])] ?? ''}: ${issue.message}`,
      ),
    );
  }
  const faults = crossFaults(parsed.data);
  if (faults.length > 0) throw new EnvFault(faults);
  return parsed.data;
}

/** Injection token of the settings. */
export const ENV = Symbol('ENV');
