import { defineConfig } from 'vite';
import { webApp } from '../../web.config.mjs';

export default defineConfig({
  root: import.meta.dirname,
  ...webApp({ name: 'office', base: '/', port: 5173 }),
});
