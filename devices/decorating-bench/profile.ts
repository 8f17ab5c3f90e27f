import type { DeviceProfile } from '../kit';

/** Bench at which people ice, glaze and decorate; they report on its buttons. */
export const decoratingBench: DeviceProfile = {
  model: 'decorating-bench',
  firmware: '1.4.0',
  kind: 'worker-station',
  states: ['running', 'idle', 'setup', 'stopped'],
  measures: [{ name: 'icing_c', normal: [27, 33], idle: 24, noise: 0.4 }],
  faults: [
    {
      code: 'DB-NOZZLE',
      reason: 'nozzle',
      severity: 'warning',
      text: 'Piping nozzle blocked',
      mtbfHours: 35,
      mttrMin: 8,
    },
  ],
  hiccups: { perHour: 0.8, sec: [20, 90] },
  scrap: {
    ofOperations: 0.05,
    ofPieces: [0.005, 0.03],
    reasons: [
      { reason: 'smudged', weight: 4 },
      { reason: 'broken', weight: 3 },
    ],
    madeAgain: false,
  },
  paceFactor: [0.94, 1.14],
  countEverySec: 120,
  measureEverySec: 240,
};
