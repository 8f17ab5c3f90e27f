import { existsSync } from 'node:fs';

/**
 * Three tiers by suffix: `.spec` pure and fast, `.medium.spec` one module on a real PostgreSQL and broker,
 * `.e2e.spec` the whole product. Run one tier with `npm run test:spec`, `test:medium` or `test:e2e`.
 */
const esmOnly = ['aedes', 'aedes-packet', 'aedes-persistence', 'aedes-protocol-decoder', 'mqemitter', 'uuid'];

const base = {
  rootDir: '.',
  testEnvironment: 'node',
  transform: { '^.+\\.(ts|tsx|js|mjs)$': ['@swc/jest'] },
  transformIgnorePatterns: [`node_modules/(?!(${esmOnly.join('|')})/)`],
  moduleNameMapper: { '^@takt/([^/]+)$': '<rootDir>/libs/$1/src' },
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.takt'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
};
const roots = ['apps', 'libs', 'devices', '.ci']
  .filter((folder) => existsSync(folder))
  .map((folder) => `<rootDir>/${folder}`);
const server = {
  globalSetup: '<rootDir>/apps/core/test/global-setup.ts',
  globalTeardown: '<rootDir>/apps/core/test/global-teardown.ts',
};

export default {
  projects: [
    {
      ...base,
      roots,
      displayName: 'spec',
      testMatch: ['**/*.spec.ts'],
      testPathIgnorePatterns: [...base.testPathIgnorePatterns, '\\.medium\\.spec', '\\.e2e\\.spec'],
    },
    { ...base, ...server, roots, displayName: 'medium', testMatch: ['**/*.medium.spec.ts'] },
    { ...base, ...server, roots, displayName: 'e2e', testMatch: ['**/*.e2e.spec.ts'] },
  ],
  testTimeout: 30_000,
};
