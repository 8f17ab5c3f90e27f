import { z } from 'zod';
import { form } from './form-words';
import { listQuery, pageOf } from './list';
import { Password } from './password';
import { Plant } from './plant';
import { Role, allow } from './role';
import { route } from './route';
import { Id, Instant, Language, Name, TopicId, Uuid } from './scalar';

/** A person who may log in. Floor people log in by badge or PIN, office people by password. */
export const User = z.object({
  id: Uuid,
  login: z.string().regex(/^[a-z0-9][a-z0-9._@-]{1,59}$/, form('2 to 60 of a-z, 0-9 and . _ @ -')),
  name: Name,
  language: Language,
  role: Role,
  worker: Id.nullable().describe('the worker this person is, if any'),
  active: z.boolean(),
  revision: z.number().int(),
});
/** A person who may log in. */
export type User = z.infer<typeof User>;

/** Who stands behind a login or an id of a user, for screens that tell who did something. */
export const UserName = User.pick({ id: true, login: true, name: true, worker: true });
/** Who stands behind a login. */
export type UserName = z.infer<typeof UserName>;

/** What a terminal shows: its station, its line for the supervisor, or the andon board. */
export const TerminalMode = z.enum(['operator', 'supervisor', 'andon']);
/** Mode of a terminal. */
export type TerminalMode = z.infer<typeof TerminalMode>;

/** A paired floor screen. */
export const Terminal = z.object({
  id: Uuid,
  name: Name,
  mode: TerminalMode,
  line: TopicId,
  stations: z.array(TopicId).max(20),
  pairedAt: Instant.nullable(),
  lastSeenAt: Instant.nullable(),
  revokedAt: Instant.nullable(),
});
/** A paired floor screen. */
export type Terminal = z.infer<typeof Terminal>;

/** An MQTT device with its own credentials; it may publish under its own stations only. */
export const Device = z.object({
  id: Id,
  name: Name,
  kind: z.enum(['machine', 'worker-station', 'gateway']),
  stations: z.array(TopicId).min(1).max(200),
  online: z.boolean(),
  lastMessageAt: Instant.nullable(),
  revokedAt: Instant.nullable(),
});
/** An MQTT device. */
export type Device = z.infer<typeof Device>;

/** Who is logged in, and with what rights. */
export const Session = z.object({
  kind: z.enum(['user', 'worker', 'terminal', 'board']),
  plant: Plant,
  name: Name,
  role: Role.nullable(),
  user: Uuid.nullable(),
  worker: Id.nullable(),
  terminal: Terminal.nullable(),
  language: Language,
  expiresAt: Instant,
});
/** Who is logged in. */
export type Session = z.infer<typeof Session>;

/** Token for the header `Authorization: Bearer …` and for the socket's handshake. */
export const Token = z.object({ token: z.string(), session: Session });
/** Reply of a log-in. */
export type Token = z.infer<typeof Token>;

/** One line of the audit: who changed what, from where. */
export const AuditEntry = z.object({
  id: Uuid,
  at: Instant,
  actor: z.string(),
  actorKind: z.enum(['user', 'worker', 'terminal', 'channel', 'system']),
  action: z.string().describe('method and path, or the job'),
  detail: z.record(z.string(), z.unknown()),
  address: z.string().nullable(),
  outcome: z.string().describe('done, or the code of the refusal'),
});
/** One line of the audit. */
export type AuditEntry = z.infer<typeof AuditEntry>;

const Pin = z.string().regex(/^\d{4,8}$/, form('4 to 8 digits'));
const Badge = z.string().min(1).max(64);
const PairingCode = z
  .string()
  .regex(/^[A-Z0-9]{4}-[A-Z0-9]{4}$/, form('eight capital letters or digits: ABCD-1234'));

/** Log-in and log-out. */
export const authRoutes = {
  login: route({
    method: 'POST',
    path: '/auth/login',
    access: 'public',
    summary: 'Log in to the office with name and password',
    body: z.strictObject({
      login: z.string().min(1).max(60),
      password: z.string().min(1).max(200),
      plant: TopicId.optional(),
    }),
    reply: Token,
    errors: ['auth.refused', 'auth.locked'],
  }),
  badge: route({
    method: 'POST',
    path: '/auth/badge',
    access: ['terminal'],
    summary: 'Sign a person in at this terminal by badge',
    body: z.strictObject({ badge: Badge }),
    reply: Token,
    errors: ['auth.refused', 'auth.locked'],
  }),
  pin: route({
    method: 'POST',
    path: '/auth/pin',
    access: ['terminal'],
    summary: 'Sign a person in at this terminal by PIN',
    body: z.strictObject({ worker: Id, pin: Pin }),
    reply: Token,
    errors: ['auth.refused', 'auth.locked'],
  }),
  session: route({
    method: 'GET',
    path: '/auth/session',
    access: allow.anyone,
    summary: 'Who is logged in',
    reply: Session,
  }),
  logout: route({
    method: 'POST',
    path: '/auth/logout',
    access: allow.anyone,
    summary: 'Log out: the token is revoked',
    status: 204,
    reply: z.void(),
  }),
  pair: route({
    method: 'POST',
    path: '/auth/pair',
    access: 'public',
    summary: 'Pair a screen by the code that the office shows',
    body: z.strictObject({ code: PairingCode, name: Name }),
    reply: Token,
    errors: ['auth.pairing', 'auth.locked'],
  }),
} as const;

/** People who may log in. */
export const userRoutes = {
  list: route({
    method: 'GET',
    path: '/users',
    access: allow.admins,
    summary: 'Users',
    reply: z.array(User),
  }),
  names: route({
    method: 'GET',
    path: '/users/names',
    access: [...allow.people, 'terminal'],
    summary: 'Who stands behind which login and which id of a user',
    reply: z.array(UserName),
  }),
  create: route({
    method: 'POST',
    path: '/users',
    access: allow.admins,
    summary: 'Add a user',
    status: 201,
    body: z.strictObject({ ...User.omit({ id: true, revision: true }).shape, password: Password.optional() }),
    reply: User,
    errors: ['thing.exists', 'reference.unknown'],
  }),
  update: route({
    method: 'PUT',
    path: '/users/:user',
    access: allow.admins,
    summary: 'Change a user; a changed role or password ends all log-ins',
    ifMatch: true,
    params: z.strictObject({ user: Uuid }),
    body: z.strictObject({ ...User.omit({ id: true, revision: true }).shape, password: Password.optional() }),
    reply: User,
    errors: ['thing.unknown', 'revision.stale'],
  }),
  password: route({
    method: 'POST',
    path: '/users/me/password',
    access: allow.people,
    summary: 'Change the own password',
    status: 204,
    body: z.strictObject({ current: z.string().max(200), next: Password }),
    reply: z.void(),
    errors: ['auth.refused'],
  }),
  setPin: route({
    method: 'PUT',
    path: '/workers/:worker/pin',
    access: allow.leads,
    summary: 'Set the PIN of a worker',
    status: 204,
    params: z.strictObject({ worker: Id }),
    body: z.strictObject({ pin: Pin }),
    reply: z.void(),
    errors: ['thing.unknown'],
  }),
} as const;

/** Floor screens. */
export const terminalRoutes = {
  list: route({
    method: 'GET',
    path: '/terminals',
    access: allow.office,
    summary: 'Floor screens',
    reply: z.array(Terminal),
  }),
  create: route({
    method: 'POST',
    path: '/terminals',
    access: allow.leads,
    summary: 'Announce a screen: the reply holds the pairing code (24 h, once)',
    status: 201,
    body: z.strictObject({
      name: Name,
      mode: TerminalMode,
      line: TopicId,
      stations: z.array(TopicId).max(20).describe('of the line; at least one for operators'),
    }),
    reply: z.object({ terminal: Terminal, code: PairingCode }),
    errors: ['reference.unknown', 'terminal.station'],
  }),
  revoke: route({
    method: 'DELETE',
    path: '/terminals/:terminal',
    access: allow.leads,
    summary: 'Revoke a screen',
    status: 204,
    params: z.strictObject({ terminal: Uuid }),
    reply: z.void(),
    errors: ['thing.unknown'],
  }),
} as const;

/** MQTT devices. */
export const deviceRoutes = {
  list: route({
    method: 'GET',
    path: '/devices',
    access: allow.office,
    summary: 'MQTT devices',
    reply: z.array(Device),
  }),
  create: route({
    method: 'POST',
    path: '/devices',
    access: allow.admins,
    summary: 'Register a device: the reply holds its password (shown once)',
    status: 201,
    body: z.strictObject({ id: Id, name: Name, kind: Device.shape.kind, stations: Device.shape.stations }),
    reply: z.object({ device: Device, username: z.string(), password: z.string() }),
    errors: ['thing.exists', 'reference.unknown'],
  }),
  revoke: route({
    method: 'DELETE',
    path: '/devices/:device',
    access: allow.admins,
    summary: 'Revoke a device: its connection is cut',
    status: 204,
    params: z.strictObject({ device: Id }),
    reply: z.void(),
    errors: ['thing.unknown'],
  }),
  broker: route({
    method: 'GET',
    path: '/devices/broker-files',
    access: allow.admins,
    summary: 'Password and ACL files for an external mosquitto: the devices of the plant',
    reply: z.object({ passwords: z.string(), acl: z.string() }),
  }),
} as const;

/** The audit. */
export const auditRoutes = {
  list: route({
    method: 'GET',
    path: '/audit',
    access: ['manager', 'admin'],
    summary: 'Who changed what',
    query: listQuery(['actor', 'actorKind', 'action'], ['at'], {
      actorKind: AuditEntry.shape.actorKind.options,
    }),
    reply: pageOf(AuditEntry),
  }),
} as const;
