/** The tests of React parts, `*.spec.tsx`; everything else is tested by jest. */
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [react()],
  resolve: { alias: [{ find: /^@takt\/([^/]+)$/, replacement: join(import.meta.dirname, 'libs/$1/src') }] },
  test: { include: ['{apps,libs}/*/src/**/*.spec.tsx'] },
});
