import type { DeviceProfile } from '../kit';

/** Spiral mixer: kneads one batch after the other. */
export const mixer: DeviceProfile = {
  model: 'spiral-mixer',
  firmware: '4.2.0',
  kind: 'machine',
  states: ['running', 'idle', 'setup', 'stopped', 'fault', 'cleaning'],
  measures: [
    { name: 'bowl_rpm', normal: [95, 115], idle: 0, noise: 2 },
    { name: 'dough_c', normal: [22, 26], idle: 20, noise: 0.3 },
    { name: 'motor_a', normal: [18, 30], idle: 0.4, noise: 1.2 },
  ],
  faults: [
    {
      code: 'MX-OVERLOAD',
      reason: 'overload',
      severity: 'critical',
      text: 'Motor overload',
      mtbfHours: 70,
      mttrMin: 25,
      drift: { measure: 'motor_a', to: 46 },
    },
    {
      code: 'MX-GUARD',
      reason: 'guard-open',
      severity: 'warning',
      text: 'Bowl guard open',
      mtbfHours: 40,
      mttrMin: 6,
    },
  ],
  hiccups: { perHour: 0.6, sec: [15, 60] },
  scrap: {
    ofOperations: 0.03,
    ofPieces: [0.005, 0.02],
    reasons: [
      { reason: 'weight', weight: 3 },
      { reason: 'dough', weight: 2 },
    ],
    madeAgain: true,
  },
  paceFactor: [0.97, 1.06],
  countEverySec: 60,
  measureEverySec: 120,
};
