/**
 * Three tiers by suffix: `.spec` pure and fast, `.medium.spec` one module on a real PostgreSQL and broker,
 * `.e2e.spec` the whole product. Run one tier with `npm run test:spec`, `test:medium` or `test:e2e`.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const rootDir = import.meta.dirname;
const present = (paths) =>
  paths.filter((path) => existsSync(join(rootDir, path))).map((path) => `<rootDir>/${path}`);

const esmOnly = ['aedes', 'aedes-packet', 'aedes-persistence', 'aedes-protocol-decoder', 'mqemitter', 'uuid'];

const base = {
  rootDir,
  roots: present(['.ci', 'apps', 'devices', 'libs']),
  testEnvironment: 'node',
  transform: { '^.+\\.(ts|tsx|js|mjs)$': ['@swc/jest'] },
  transformIgnorePatterns: [`node_modules/(?!(${esmOnly.join('|')})/)`],
  moduleNameMapper: { '^@takt/([^/]+)$': '<rootDir>/libs/$1/src' },
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.takt'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '/.ci/planted/'],
};
const [globalSetup] = present(['apps/core/test/global-setup.ts']);
const [globalTeardown] = present(['apps/core/test/global-teardown.ts']);
const server = { ...base, ...(globalSetup && { globalSetup }), ...(globalTeardown && { globalTeardown }) };

export default {
  projects: [
    {
      ...base,
      displayName: 'spec',
      testMatch: ['**/*.spec.ts'],
      testPathIgnorePatterns: [...base.testPathIgnorePatterns, '\\.medium\\.spec', '\\.e2e\\.spec'],
    },
    { ...server, displayName: 'medium', testMatch: ['**/*.medium.spec.ts'] },
    { ...server, displayName: 'e2e', testMatch: ['**/*.e2e.spec.ts'] },
  ],
  testTimeout: 30_000,
};
