import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { envSchema, readEnv, type Env } from './env';
import { projectRoot } from './version';

interface Service {
  readonly image?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly depends_on?: Readonly<Record<string, unknown>>;
  readonly build?: string;
}
interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: Readonly<Record<string, unknown>>;
}

const root = projectRoot(__dirname);
const textOf = (file: string): string => readFileSync(join(root, file), 'utf8');
/** The reader of YAML that the API pages bring along. */
const { load } = createRequire(require.resolve('@nestjs/swagger'))('js-yaml') as {
  load(text: string): unknown;
};
const compose = load(textOf('docker-compose.yml')) as Compose;

const GIVEN: Readonly<Record<string, string>> = {
  TAKT_SECRET: '9f2c4b7ae1d3058866f0c1b2a3948d7e',
  DATABASE_PASSWORD: 'dbpassword1',
  MQTT_PASSWORD: 'mqttpassword1',
};
/** What compose makes of `${NAME:-default}` and `${NAME:?why}`. */
const filled = (text: string): string =>
  text.replace(/\$\{(\w+)(?::([-?])([^}]*))?\}/g, (_, name: string, kind?: string, rest = '') => {
    const value = GIVEN[name] ?? (kind === '-' ? rest : undefined);
    if (value === undefined) throw new Error(`${name} has no value: ${rest}`);
    return value;
  });
const settingsOf = ({ environment = {} }: Service): Record<string, string> =>
  Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, filled(String(value))]));

const cores = Object.entries(compose.services).filter(([, { build }]) => build !== undefined);
const others = Object.entries(compose.services).filter(([, { build }]) => build === undefined);
const envOf = (service: Service): Env => readEnv(settingsOf(service));

it('core runs in its roles, each once', () => {
  expect(cores.map(([name, service]) => [name, envOf(service).ROLE])).toEqual([
    ['api', 'api'],
    ['ingest', 'ingest'],
    ['worker', 'worker'],
  ]);
});

describe.each(cores)('%s', (_, service) => {
  it('has settings that core knows and takes', () => {
    const known = Object.keys(envSchema.shape);
    expect(Object.keys(service.environment ?? {}).filter((name) => !known.includes(name))).toEqual([]);
    expect(() => envOf(service)).not.toThrow();
  });

  it('shares secret, database, queue and broker with the others, at services that exist and that it waits for', () => {
    const { TAKT_SECRET, DATABASE_URL, REDIS_URL, MQTT_URL, PORT, HOST } = envOf(service);
    expect([TAKT_SECRET, PORT, HOST]).toEqual([GIVEN['TAKT_SECRET'], 3000, '0.0.0.0']);
    const hosts = [DATABASE_URL, REDIS_URL, MQTT_URL].map((url) => new URL(url ?? '').hostname);
    expect(hosts).toEqual(['postgres', 'valkey', 'broker']);
    expect(Object.keys(compose.services)).toEqual(expect.arrayContaining(hosts));
    expect(Object.keys(service.depends_on ?? {})).toEqual(expect.arrayContaining(['postgres', 'valkey']));
  });
});

it('refuses to start without secrets of its own', () => {
  for (const name of Object.keys(GIVEN))
    expect(textOf('docker-compose.yml')).toMatch(new RegExp(`\\$\\{${name}:\\?`));
});

it('opens nothing beyond this machine unless told, and neither database nor queue at all', () => {
  const open = Object.entries(compose.services).flatMap(([name, { ports = [] }]) =>
    ports.map((port) => `${name} ${filled(port)}`),
  );
  expect(open).toEqual(['api 127.0.0.1:3000:3000', 'broker 127.0.0.1:1883:1883']);
});

it('names the version of every image that is not built here', () => {
  for (const [, { image = '' }] of others) expect(image).toMatch(/^[a-z/-]+:\d/);
});

it('the password of the database is the same on both sides', () => {
  const postgres = settingsOf(compose.services['postgres'] as Service);
  const api = new URL(envOf(compose.services['api'] as Service).DATABASE_URL ?? '');
  expect([api.username, api.password, api.pathname]).toEqual([
    postgres['POSTGRES_USER'],
    postgres['POSTGRES_PASSWORD'],
    `/${postgres['POSTGRES_DB']}`,
  ]);
});

it('files and volumes that it names exist', () => {
  for (const [, { volumes = [] }] of Object.entries(compose.services))
    for (const volume of volumes) {
      const [from = ''] = volume.split(':');
      expect(from.startsWith('.') ? existsSync(join(root, from)) : from in compose.volumes).toBe(true);
    }
});

it('the worker keeps the accounts where the broker reads them', () => {
  const worker = compose.services['worker'] as Service;
  const folder = envOf(worker).BROKER_FILES_DIR;
  expect(worker.volumes).toContain(`broker-accounts:${folder}`);
  expect(compose.services['broker']?.volumes).toContain(`broker-accounts:/broker:ro`);
});

it('the image starts what the build makes, on the port that is looked at', () => {
  const file = textOf('Dockerfile');
  const { entryFile } = JSON.parse(textOf('nest-cli.json')) as { entryFile: string };
  expect(file).toContain(`CMD ["node", "dist/${entryFile}.js"]`);
  expect(file).toContain('EXPOSE 3000');
  expect(file).toMatch(/^USER node$/m);
});
