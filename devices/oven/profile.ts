import type { DeviceProfile } from '../kit';

/** Tunnel oven with one zone. */
export const oven: DeviceProfile = {
  model: 'deck-oven',
  firmware: '7.0.3',
  kind: 'machine',
  states: ['running', 'idle', 'setup', 'stopped', 'fault', 'cleaning'],
  measures: [
    { name: 'oven_c', normal: [176, 184], idle: 165, noise: 0.8 },
    { name: 'belt_cm_min', normal: [38, 44], idle: 0, noise: 0.4 },
    { name: 'humidity_pct', normal: [8, 14], idle: 9, noise: 0.5 },
  ],
  faults: [
    {
      code: 'OV-BURNER',
      reason: 'burner',
      severity: 'critical',
      text: 'Burner does not ignite',
      mtbfHours: 80,
      mttrMin: 40,
      drift: { measure: 'oven_c', to: 148 },
    },
    {
      code: 'OV-BELT',
      reason: 'belt',
      severity: 'warning',
      text: 'Belt off track',
      mtbfHours: 45,
      mttrMin: 12,
      drift: { measure: 'belt_cm_min', to: 5 },
    },
  ],
  hiccups: { perHour: 0.3, sec: [20, 60] },
  scrap: {
    ofOperations: 0.04,
    ofPieces: [0.005, 0.03],
    reasons: [
      { reason: 'burnt', weight: 4 },
      { reason: 'underbaked', weight: 2 },
      { reason: 'broken', weight: 2 },
    ],
    madeAgain: false,
  },
  paceFactor: [1, 1.03],
  countEverySec: 45,
  measureEverySec: 90,
};
