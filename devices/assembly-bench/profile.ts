import type { DeviceProfile } from '../kit';

/** Bench at which people put gifts together; they report on its buttons. */
export const assemblyBench: DeviceProfile = {
  model: 'assembly-bench',
  firmware: '1.4.0',
  kind: 'worker-station',
  states: ['running', 'idle', 'setup', 'stopped'],
  measures: [{ name: 'torque_ncm', normal: [38, 46], idle: 0, noise: 1 }],
  faults: [
    {
      code: 'AB-TOOL',
      reason: 'tool',
      severity: 'warning',
      text: 'Screwdriver out of tolerance',
      mtbfHours: 45,
      mttrMin: 10,
      drift: { measure: 'torque_ncm', to: 52 },
    },
  ],
  hiccups: { perHour: 0.6, sec: [20, 90] },
  scrap: {
    ofOperations: 0.03,
    ofPieces: [0.01, 0.04],
    reasons: [
      { reason: 'scratch', weight: 3 },
      { reason: 'broken', weight: 2 },
    ],
    madeAgain: false,
  },
  paceFactor: [0.93, 1.12],
  countEverySec: 120,
  measureEverySec: 240,
};
