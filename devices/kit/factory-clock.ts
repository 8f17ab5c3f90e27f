import { clockRoutes } from '@takt/contracts';
import type { Api } from './api';

/** A reading of core's clock. Instants epoch ms. */
export interface ClockReading {
  /** real time in the middle of the request */
  readonly realMs: number;
  readonly factoryMs: number;
  /** factory seconds per real second */
  readonly rate: number;
}

/** Follows core's clock between readings. */
export class FactoryClock {
  private reading: ClockReading;

  constructor(
    first: ClockReading,
    private readonly real: () => number = Date.now,
  ) {
    this.reading = first;
  }

  /** Factory seconds per real second. */
  get rate(): number {
    return this.reading.rate;
  }

  /** Factory time, epoch ms. */
  now(): number {
    const { realMs, factoryMs, rate } = this.reading;
    return factoryMs + (this.real() - realMs) * rate;
  }

  /** How long it takes in real time until a factory instant, ms; 0 when it has passed. */
  realMsUntil(factoryMs: number): number {
    return Math.max(0, (factoryMs - this.now()) / this.rate);
  }

  /** Takes up a newer reading. */
  follow(reading: ClockReading): void {
    this.reading = reading;
  }
}

/** Reads core's clock. @throws ApiFault when core does not answer */
export async function readClock(api: Api, real: () => number = Date.now): Promise<ClockReading> {
  const before = real();
  const { now, rate } = await api.call(clockRoutes.read);
  return { realMs: (before + real()) / 2, factoryMs: Date.parse(now), rate };
}
