import type { MeasureProfile } from '../../kit';
import type { Draw } from '../draw';

const PULL = 0.35;
const DECIMALS = 100;

/** A measured value that wanders around where the device's state takes it. */
export class Gauge {
  private value: number;

  constructor(
    readonly profile: MeasureProfile,
    private readonly draw: Draw,
  ) {
    this.value = profile.idle;
  }

  /**
   * The next reading.
   * @param running as it should: then it stays within its normal range
   * @param driftTo where a fault takes it; null: no fault
   */
  read(running: boolean, driftTo: number | null): number {
    const { normal, idle, noise } = this.profile;
    const [min, max] = normal;
    const aim = driftTo ?? (running ? (min + max) / 2 : idle);
    const moved = this.value + (aim - this.value) * PULL + this.draw.normal() * noise;
    this.value = running && driftTo === null ? Math.min(max, Math.max(min, moved)) : Math.max(0, moved);
    return Math.round(this.value * DECIMALS) / DECIMALS;
  }
}
