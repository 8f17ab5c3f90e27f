import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { webApp } from '../../web.config.mjs';

/** A new version waits until the terminal takes it: nothing is swapped under a finger. */
const pwa = VitePWA({
  registerType: 'prompt',
  injectRegister: null,
  workbox: {
    globPatterns: ['**/*.{js,mjs,css,html,svg,png,woff2,wasm,bcmap}'],
    navigateFallback: 'index.html',
    cleanupOutdatedCaches: true,
  },
  manifest: {
    name: 'Takt',
    short_name: 'Takt',
    description: 'Shop-floor terminal',
    start_url: '.',
    scope: '.',
    display: 'fullscreen',
    orientation: 'any',
    background_color: '#0e1012',
    theme_color: '#16191c',
    icons: [
      { src: 'takt-192.png', sizes: '192x192', type: 'image/png' },
      { src: 'takt-512.png', sizes: '512x512', type: 'image/png', purpose: 'any maskable' },
    ],
  },
});

export default defineConfig({
  root: import.meta.dirname,
  ...webApp({
    name: 'terminal',
    base: '/floor/',
    port: 5174,
    budgetKb: 250,
    later: ['camera-sheet', 'pdf-pages'],
    plugins: [pwa],
  }),
});
