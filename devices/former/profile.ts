import type { DeviceProfile } from '../kit';

/** Rotary former: presses dough into shape. */
export const former: DeviceProfile = {
  model: 'rotary-former',
  firmware: '2.8.1',
  kind: 'machine',
  states: ['running', 'idle', 'setup', 'stopped', 'fault', 'cleaning'],
  measures: [
    { name: 'speed_rpm', normal: [28, 36], idle: 0, noise: 0.6 },
    { name: 'roller_bar', normal: [3.5, 4.5], idle: 0, noise: 0.1 },
  ],
  faults: [
    {
      code: 'FM-JAM',
      reason: 'jam',
      severity: 'warning',
      text: 'Dough jam at the roller',
      mtbfHours: 18,
      mttrMin: 9,
      drift: { measure: 'roller_bar', to: 6.2 },
    },
    {
      code: 'FM-BELT',
      reason: 'belt',
      severity: 'critical',
      text: 'Transfer belt slips',
      mtbfHours: 90,
      mttrMin: 45,
      drift: { measure: 'speed_rpm', to: 12 },
    },
  ],
  hiccups: { perHour: 1.2, sec: [10, 70] },
  scrap: {
    ofOperations: 0.06,
    ofPieces: [0.005, 0.02],
    reasons: [
      { reason: 'shape', weight: 5 },
      { reason: 'weight', weight: 2 },
    ],
    madeAgain: true,
  },
  paceFactor: [0.98, 1.08],
  countEverySec: 40,
  measureEverySec: 120,
};
