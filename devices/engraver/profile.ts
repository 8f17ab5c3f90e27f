import type { DeviceProfile } from '../kit';

/** Laser engraver with fume extraction. */
export const engraver: DeviceProfile = {
  model: 'laser-engraver',
  firmware: '2.2.5',
  kind: 'machine',
  states: ['running', 'idle', 'setup', 'stopped', 'fault', 'maintenance'],
  measures: [
    { name: 'laser_w', normal: [26, 34], idle: 0, noise: 0.5 },
    { name: 'coolant_c', normal: [19, 24], idle: 20, noise: 0.2 },
    { name: 'fume_pa', normal: [180, 260], idle: 0, noise: 6 },
  ],
  faults: [
    {
      code: 'EN-FUME',
      reason: 'filter',
      severity: 'warning',
      text: 'Fume filter clogged',
      mtbfHours: 30,
      mttrMin: 12,
      drift: { measure: 'fume_pa', to: 120 },
    },
    {
      code: 'EN-COOL',
      reason: 'cooling',
      severity: 'critical',
      text: 'Coolant too warm',
      mtbfHours: 95,
      mttrMin: 40,
      drift: { measure: 'coolant_c', to: 33 },
    },
  ],
  hiccups: { perHour: 0.4, sec: [15, 60] },
  scrap: {
    ofOperations: 0.05,
    ofPieces: [0.01, 0.04],
    reasons: [
      { reason: 'wrong-text', weight: 2 },
      { reason: 'scratch', weight: 4 },
    ],
    madeAgain: true,
  },
  paceFactor: [0.99, 1.04],
  countEverySec: 60,
  measureEverySec: 120,
};
