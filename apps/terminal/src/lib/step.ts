import type { CounterReading, Operation } from '@takt/contracts';
import type { ReportBody } from './outbox/entry';

/** What was made: pieces in the unit of the item, as keyed in. */
export interface Made {
  readonly good: string;
  readonly scrap: string;
  readonly rework: string;
  readonly scrapReason?: string | undefined;
  readonly lot?: string | undefined;
}

/** A step of the work on an operation. */
export interface Step {
  readonly operation: Operation;
  readonly station: string;
  readonly type: ReportBody['type'];
  readonly pauseReason?: string;
  readonly made?: Made;
  /** where the counter stood and stands, where people read it */
  readonly reading?: CounterReading | undefined;
  /** command of the refused report that this one puts right */
  readonly corrects?: string | undefined;
  /** what was done, in words, beside the button that undoes it */
  readonly text: string;
}
