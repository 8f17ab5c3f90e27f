import type { DeviceProfile } from '../kit';

/** Flow packer with checkweigher. */
export const packer: DeviceProfile = {
  model: 'flow-packer',
  firmware: '3.3.2',
  kind: 'machine',
  states: ['running', 'idle', 'setup', 'stopped', 'fault'],
  measures: [
    { name: 'seal_c', normal: [138, 152], idle: 60, noise: 1 },
    { name: 'weight_g', normal: [247, 256], idle: 0, noise: 1.2 },
  ],
  faults: [
    { code: 'PK-FILM', reason: 'film', severity: 'warning', text: 'Film torn', mtbfHours: 14, mttrMin: 6 },
    {
      code: 'PK-SEAL',
      reason: 'seal',
      severity: 'critical',
      text: 'Sealing jaw too cold',
      mtbfHours: 75,
      mttrMin: 30,
      drift: { measure: 'seal_c', to: 118 },
    },
  ],
  hiccups: { perHour: 1.5, sec: [8, 50] },
  scrap: {
    ofOperations: 0.05,
    ofPieces: [0.003, 0.015],
    reasons: [
      { reason: 'seal-open', weight: 4 },
      { reason: 'broken', weight: 2 },
      { reason: 'label', weight: 1 },
    ],
    madeAgain: false,
  },
  paceFactor: [0.98, 1.07],
  countEverySec: 40,
  measureEverySec: 120,
};
