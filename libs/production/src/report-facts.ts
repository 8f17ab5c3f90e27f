import type {
  NewReport,
  OperationStatus,
  Provenance,
  ReportFlag,
  ReportType,
  WorkOrderStatus,
} from '@takt/contracts';

/** What a decision needs to know of an operation. Quantities are decimal text, instants epoch ms. */
export interface OperationFacts {
  readonly id: string;
  readonly workOrder: string;
  readonly no: number;
  readonly status: OperationStatus;
  readonly holdReason: string | null;
  readonly qtyTarget: string;
  readonly qtyGood: string;
  readonly qtyScrap: string;
  readonly qtyRework: string;
  /** planned, or where it runs or ran */
  readonly station: string | null;
  readonly eligible: readonly string[];
  readonly startedAt: number | null;
  readonly endedAt: number | null;
}

/** What a decision on a report needs to know beside the operation. */
export interface ReportContext {
  /** history (`import`, `back-fill`) is recorded as it was: order, station and waiting are noted instead of refused */
  readonly source: Provenance;
  readonly workOrderStatus: WorkOrderStatus;
  /** what is made, and the unit of its quantities */
  readonly item: { readonly id: string; readonly unit: string };
  /** another operation that runs on the station of the report */
  readonly stationBusyWith: string | null;
  /** what the operation waits for: {@link missingFor} */
  readonly missing: readonly string[];
  /** an operation before this one that is not done: it may still deliver, so this one cannot be completed */
  readonly previousOpen: string | null;
  /** where the counter of the station stood at the report before; null or absent: not known */
  readonly lastReading?: number | null;
  /** what else is doubtful about the report */
  readonly doubts?: readonly ReportFlag[];
}

/** A report with the instants of its work in epoch ms. */
export type ReportFacts = Pick<
  NewReport,
  'type' | 'station' | 'good' | 'scrap' | 'rework' | 'scrapReason' | 'commandId' | 'reading'
> & {
  readonly at: number;
  /** a stretch of work told as a whole began then */
  readonly startAt?: number | undefined;
};

/** What an accepted report makes true. */
export interface ReportOutcome {
  readonly type: ReportType;
  /** epoch ms, not after now; of what happens now not before the start of the operation either */
  readonly at: number;
  /** epoch ms, not after `at`; null: not a stretch of work told as a whole */
  readonly startAt: number | null;
  readonly station: string;
  readonly good: string;
  readonly scrap: string;
  readonly rework: string;
  /** the operation afterwards */
  readonly operation: OperationFacts;
  readonly flags: readonly ReportFlag[];
}
