import type { DeviceProfile } from '../kit';

/** Bench with scale and label printer at which parcels are packed; people report on its buttons. */
export const packingBench: DeviceProfile = {
  model: 'packing-bench',
  firmware: '1.4.0',
  kind: 'worker-station',
  states: ['running', 'idle', 'setup', 'stopped'],
  measures: [{ name: 'parcel_kg', normal: [0.4, 6], idle: 0, noise: 0.4 }],
  faults: [
    {
      code: 'PB-LABEL',
      reason: 'label-printer',
      severity: 'warning',
      text: 'Label printer out of ribbon',
      mtbfHours: 30,
      mttrMin: 6,
    },
  ],
  hiccups: { perHour: 0.5, sec: [20, 60] },
  scrap: {
    ofOperations: 0.01,
    ofPieces: [0.005, 0.02],
    reasons: [{ reason: 'broken', weight: 1 }],
    madeAgain: false,
  },
  paceFactor: [0.95, 1.1],
  countEverySec: 90,
  measureEverySec: 240,
};
