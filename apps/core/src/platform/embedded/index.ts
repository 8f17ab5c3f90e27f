export { PostgresLauncher, type EmbeddedPostgres } from './postgres';
export { freePort, portIsFree } from './free-port';
export { SIGNING_SECRET, signingSecret } from './secrets';
export { lockCore, SecondCore, type CoreLock } from './core-lock';
