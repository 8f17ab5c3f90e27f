/** What the two browser apps and the gallery share in their builds. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';

const root = import.meta.dirname;
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
/** These libs do nothing when they are loaded, so what an app does not use of them is left out of its bundle. */
const quietLibs = /\/libs\/(contracts|ui|production)\/src\/.*\.tsx?$/;

/**
 * What tells one browser app from another.
 * @typedef {object} WebApp
 * @property {'terminal' | 'office' | 'gallery'} name
 * @property {string} base address below which core serves the app
 * @property {number} port port of the development server
 * @property {number} [budgetKb] most JavaScript in kB, compressed, that all its chunks but those of `later` may weigh together
 * @property {string[]} [later] chunks that are loaded only when somebody asks for them
 * @property {import('vite').PluginOption[]} [plugins]
 */

/**
 * Prints how much JavaScript an app weighs (gzip, every chunk but those that are asked for) and fails the build above its budget.
 * @param {WebApp} app
 * @returns {import('vite').Plugin}
 */
function weigh({ name, budgetKb, later = [] }) {
  return {
    name: 'takt-weigh',
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter(
        (part) => part.type === 'chunk' && !later.includes(part.name),
      );
      const kb = chunks.reduce((sum, { code }) => sum + gzipSync(code).length / 1000, 0);
      const budget = budgetKb === undefined ? '' : `, budget ${budgetKb} kB`;
      this.warn(`${name}: JavaScript ${kb.toFixed(1)} kB gz in ${chunks.length} chunks${budget}`);
      if (budgetKb !== undefined && kb > budgetKb)
        this.error(`${name} weighs ${kb.toFixed(1)} kB gz${budget}. Maybe a part can be left out.`);
    },
  };
}

/**
 * The settings that the browser apps share: output in `dist/web/<name>`, `@takt/*`, and in development a way to core.
 * @param {WebApp} app
 * @returns {import('vite').UserConfig}
 */
export function webApp(app) {
  const core = process.env.CORE_URL ?? 'http://localhost:3000';
  return {
    base: app.base,
    plugins: [react(), ...(app.plugins ?? []), weigh(app)],
    resolve: {
      alias: [
        { find: /^@takt\/([^/]+)$/, replacement: join(root, 'libs/$1/src/index.ts') },
        { find: /^@takt\/([^/]+)\/(.+\.css)$/, replacement: join(root, 'libs/$1/src/$2') },
      ],
    },
    define: { __APP_VERSION__: JSON.stringify(version) },
    build: {
      outDir: join(root, 'dist/web', app.name),
      emptyOutDir: true,
      target: 'es2022',
      chunkSizeWarningLimit: 800,
      rolldownOptions: { treeshake: { moduleSideEffects: (id) => !quietLibs.test(id) } },
    },
    server: {
      port: app.port,
      strictPort: true,
      proxy: { '/api': core, '/healthz': core, '/readyz': core, '/socket.io': { target: core, ws: true } },
    },
  };
}
