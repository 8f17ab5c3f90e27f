import type { DeviceProfile } from '../kit';

/** Flat-bed UV printer. */
export const uvPrinter: DeviceProfile = {
  model: 'uv-flatbed',
  firmware: '5.1.7',
  kind: 'machine',
  states: ['running', 'idle', 'setup', 'stopped', 'fault', 'maintenance'],
  measures: [
    { name: 'lamp_c', normal: [42, 56], idle: 30, noise: 0.8 },
    { name: 'ink_ml', normal: [120, 480], idle: 300, noise: 3 },
    { name: 'bed_c', normal: [22, 27], idle: 23, noise: 0.3 },
  ],
  faults: [
    {
      code: 'UV-NOZZLE',
      reason: 'nozzle',
      severity: 'warning',
      text: 'Nozzle check failed',
      mtbfHours: 16,
      mttrMin: 10,
    },
    {
      code: 'UV-LAMP',
      reason: 'lamp',
      severity: 'critical',
      text: 'UV lamp over temperature',
      mtbfHours: 85,
      mttrMin: 50,
      drift: { measure: 'lamp_c', to: 78 },
    },
  ],
  hiccups: { perHour: 0.7, sec: [20, 80] },
  scrap: {
    ofOperations: 0.06,
    ofPieces: [0.01, 0.04],
    reasons: [
      { reason: 'print-blur', weight: 4 },
      { reason: 'colour', weight: 2 },
    ],
    madeAgain: true,
  },
  paceFactor: [0.99, 1.05],
  countEverySec: 60,
  measureEverySec: 120,
};
