import type { MachineState } from '@takt/contracts';

/** A measured value of a device. */
export interface MeasureProfile {
  /** name with unit, as in messages: `oven_c` */
  readonly name: string;
  /** between these it lies while the device runs as it should */
  readonly normal: readonly [min: number, max: number];
  /** what it tends to while the device does not run */
  readonly idle: number;
  /** how much one reading differs from the next */
  readonly noise: number;
}

/** A way in which a device fails. */
export interface FaultMode {
  /** code of its alarm */
  readonly code: string;
  /** reason of the stop, as the plant lists it */
  readonly reason: string;
  readonly severity: 'warning' | 'critical';
  readonly text: string;
  /** hours of running between two of them, on average */
  readonly mtbfHours: number;
  /** minutes until it runs again, on average */
  readonly mttrMin: number;
  /** a measure that leaves its normal range with it, and where it goes */
  readonly drift?: { readonly measure: string; readonly to: number };
}

/** Pieces that are spoilt. */
export interface ScrapProfile {
  /** share of the operations in which pieces are spoilt, 0 to 1 */
  readonly ofOperations: number;
  /** share of the pieces of such an operation, from … to */
  readonly ofPieces: readonly [min: number, max: number];
  /** reasons with how often each is the one */
  readonly reasons: readonly { readonly reason: string; readonly weight: number }[];
  /** spoilt pieces are made again from bulk material, so that the good ones reach the target */
  readonly madeAgain: boolean;
}

/** A device model as data: how it behaves and what it says. */
export interface DeviceProfile {
  readonly model: string;
  readonly firmware: string;
  /** a machine counts and measures by itself; a worker station has buttons on which people report */
  readonly kind: 'machine' | 'worker-station';
  readonly states: readonly MachineState[];
  readonly measures: readonly MeasureProfile[];
  readonly faults: readonly FaultMode[];
  /** short stops that need no reason: how many an hour of running, how long each in s */
  readonly hiccups: { readonly perHour: number; readonly sec: readonly [min: number, max: number] };
  readonly scrap: ScrapProfile;
  /** its real pace against the planned one: 1.04 takes 4 % longer; drawn per operation */
  readonly paceFactor: readonly [min: number, max: number];
  /** s between two `count` messages while it runs */
  readonly countEverySec: number;
  /** s between two `measure` messages */
  readonly measureEverySec: number;
}
