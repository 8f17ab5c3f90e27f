import type { DeviceProfile } from '../../kit';
import type { Draw } from '../draw';

/** Pieces made so far. */
export interface Made {
  readonly good: number;
  readonly scrap: number;
}

/** shorter than what a clock of milliseconds can tell */
const CLOCK_SEC = 0.002;

/** How much is to be made of an operation, and how fast. */
export interface BatchOrder {
  readonly operation: string;
  /** pieces to be made */
  readonly pieces: number;
  /** real seconds per piece */
  readonly secPerPiece: number;
}

/** A batch on a machine: what comes out of it as it runs. What will be spoilt is drawn when it begins. */
export class Batch {
  readonly operation: string;
  readonly scrapReason: string;
  private readonly spoilt: number;
  private readonly secPerPiece: number;
  private target: number;
  private ranSec = 0;

  constructor(order: BatchOrder, { scrap, paceFactor }: DeviceProfile, draw: Draw) {
    this.operation = order.operation;
    this.target = order.pieces;
    this.secPerPiece = order.secPerPiece * draw.between(...paceFactor);
    const spoils = draw.chance(scrap.ofOperations);
    const share = draw.between(...scrap.ofPieces);
    this.scrapReason = draw.pick(scrap.reasons.map(({ reason, weight }) => [reason, weight] as const));
    this.spoilt = spoils ? Math.min(order.pieces, Math.max(1, Math.round(order.pieces * share))) : 0;
    this.madeAgain = scrap.madeAgain;
  }

  private readonly madeAgain: boolean;

  /** It ran for so long. */
  run(sec: number): void {
    const ran = this.ranSec + sec;
    this.ranSec = ran > this.totalSec - CLOCK_SEC ? this.totalSec : ran;
  }

  /** How long it still has to run, s. */
  get restSec(): number {
    return Math.max(0, this.totalSec - this.ranSec);
  }

  /** What has come out; scrap comes evenly with the rest. */
  get made(): Made {
    const pieces = Math.min(this.total, Math.floor(this.ranSec / this.secPerPiece + 1e-9));
    const scrap = this.total === 0 ? 0 : Math.floor((pieces * this.spoilt) / this.total);
    return { good: pieces - scrap, scrap };
  }

  /** The quantity was changed while it runs. What is made stays made. */
  retarget(pieces: number): void {
    const { good, scrap } = this.made;
    this.target = Math.max(pieces, this.madeAgain ? good : good + scrap);
  }

  private get total(): number {
    return this.target + (this.madeAgain ? this.spoilt : 0);
  }

  private get totalSec(): number {
    return this.total * this.secPerPiece;
  }
}
