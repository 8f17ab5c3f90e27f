/** Packages by the place where they may run. Used by the import rules; a name with a trailing slash is a whole scope. */

/** Exact decimals and calendars: the only packages of pure libs. */
module.exports.values = ['decimal.js', 'luxon'];

/** What runs in a browser. */
module.exports.browser = [
  ...module.exports.values,
  '@mantine/',
  '@tanstack/',
  'bwip-js',
  'dexie',
  'echarts',
  'i18next',
  'react',
  'react-dom',
  'react-i18next',
  'react-router',
  'socket.io-client',
  'uplot',
  'uuid',
  'vite',
  'vite-plugin-pwa',
  'workbox-window',
  'zod',
  'zustand',
  'zxing-wasm',
  'pdfjs-dist',
];

/** What a device, a gateway or the simulated factory speaks with. */
module.exports.field = [
  ...module.exports.values,
  'modbus-serial',
  'mqtt',
  'node-opcua-client',
  'papaparse',
  'socket.io-client',
  'sparkplug-payload',
  'uuid',
  'ws',
  'zod',
];
