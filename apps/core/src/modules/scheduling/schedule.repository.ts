import { Injectable } from '@nestjs/common';
import type {
  ScheduleChange,
  ScheduleEntry,
  ScheduleFigures,
  ScheduleVersion,
  Trigger,
  Unplaced,
} from '@takt/contracts';
import type { PlanEntry } from '@takt/planning';
import type { Tx } from '../../platform/database';
import { ScheduleVersionEntity, ShiftBaselineEntity } from './schedule.entity';

/** Number of the published version, and the last number that was given away. */
export interface Head {
  readonly version: number | null;
  readonly lastVersion: number;
}

/** A planned operation with what screens need to know of it. */
export interface StoredEntry extends PlanEntry {
  readonly item: string;
  readonly dueAt: number;
}

/** A version as it is written. */
export interface NewVersion {
  readonly version: number;
  readonly base: number | null;
  readonly status: 'draft' | 'published';
  readonly triggers: readonly Trigger[];
  readonly createdAt: Date;
  readonly publishedBy: string | null;
  readonly figures: ScheduleFigures;
  readonly solveMs: number;
  readonly changes: readonly ScheduleChange[];
  readonly unplaced: readonly Unplaced[];
  readonly entries: readonly StoredEntry[];
}

interface EntryRow {
  readonly operation: string;
  readonly work_order: string;
  readonly item: string;
  readonly station: string;
  readonly start_at: Date;
  readonly run_start_at: Date;
  readonly end_at: Date;
  readonly due_at: Date;
  readonly fixed: StoredEntry['fixed'];
}

/** Part of a plan. */
export interface EntryFilter {
  readonly stations?: readonly string[] | undefined;
  readonly from?: Date | undefined;
  readonly to?: Date | undefined;
}

const iso = (date: Date): string => date.toISOString();

/** A stored version for the API. */
export function versionOf(row: ScheduleVersionEntity): ScheduleVersion {
  const { version, base, triggers, publishedBy, figures, solveMs } = row;
  return {
    version,
    base,
    status: row.status as ScheduleVersion['status'],
    triggers,
    createdAt: iso(row.createdAt),
    publishedAt: row.publishedAt && iso(row.publishedAt),
    publishedBy,
    figures,
    solveMs,
  };
}

/** A stored entry for the API. */
export function entryOf({ operation, workOrder, item, station, fixed, ...at }: StoredEntry): ScheduleEntry {
  const instant = (ms: number): string => iso(new Date(ms));
  return {
    operation,
    workOrder,
    item,
    station,
    fixed,
    startAt: instant(at.startAt),
    runStartAt: instant(at.runStartAt),
    endAt: instant(at.endAt),
    dueAt: instant(at.dueAt),
    late: at.endAt > at.dueAt,
  };
}

/** Versions of the plan in PostgreSQL. */
@Injectable()
export class ScheduleRepository {
  /** Which version is in force. */
  async head(tx: Tx): Promise<Head> {
    const [row] = await tx.query<{ version: number | null; last_version: number }>(
      'select version, last_version from schedule_head where plant = $1',
      [tx.plant],
    );
    return { version: row?.version ?? null, lastVersion: row?.last_version ?? 0 };
  }

  /** The same, locked until the commit: of two that publish, one waits. */
  async lockHead(tx: Tx): Promise<Head> {
    await tx.query(
      'insert into schedule_head (plant, version, last_version) values ($1, null, 0) on conflict do nothing',
      [tx.plant],
    );
    const [row] = await tx.query<{ version: number | null; last_version: number }>(
      'select version, last_version from schedule_head where plant = $1 for update',
      [tx.plant],
    );
    return { version: row?.version ?? null, lastVersion: row?.last_version ?? 0 };
  }

  /** Writes a version; a published one becomes the plan in force. The head must be locked. */
  async insert(tx: Tx, next: NewVersion): Promise<void> {
    const published = next.status === 'published';
    await tx.of(ScheduleVersionEntity).insert({
      plant: tx.plant,
      version: next.version,
      base: next.base,
      status: next.status,
      triggers: [...next.triggers],
      createdAt: next.createdAt,
      publishedAt: published ? next.createdAt : null,
      publishedBy: published ? next.publishedBy : null,
      figures: next.figures,
      solveMs: next.solveMs,
      changes: [...next.changes],
      unplaced: next.unplaced.map(({ operation, reason, facts }) => ({
        operation,
        reason,
        facts: { ...facts },
      })),
    });
    await this.insertEntries(tx, next.version, next.entries);
    if (published) await this.putInForce(tx, next.version);
    else
      await tx.query('update schedule_head set last_version = $2 where plant = $1', [tx.plant, next.version]);
  }

  /** Makes a version the plan in force. */
  async putInForce(tx: Tx, version: number): Promise<void> {
    await tx.query(
      `update schedule_version set status = 'superseded' where plant = $1 and status = 'published' and version <> $2`,
      [tx.plant, version],
    );
    await tx.query(
      'update schedule_head set version = $2, last_version = greatest(last_version, $2) where plant = $1',
      [tx.plant, version],
    );
  }

  /** Marks a draft as published. */
  async markPublished(tx: Tx, version: number, at: Date, by: string): Promise<void> {
    await tx.query(
      `update schedule_version set status = 'published', published_at = $3, published_by = $4 where plant = $1 and version = $2`,
      [tx.plant, version, at, by],
    );
    await this.putInForce(tx, version);
  }

  /** One version. */
  find(tx: Tx, version: number): Promise<ScheduleVersionEntity | null> {
    return tx.of(ScheduleVersionEntity).findOneBy({ plant: tx.plant, version });
  }

  /** Entries of a version by station and start. */
  async entries(tx: Tx, version: number, filter: EntryFilter = {}): Promise<StoredEntry[]> {
    const rows = await tx.query<EntryRow>(
      `select operation, work_order, item, station, start_at, run_start_at, end_at, due_at, fixed from schedule_entry
       where plant = $1 and version = $2 and ($3::text[] is null or station = any($3))
         and ($4::timestamptz is null or end_at > $4) and ($5::timestamptz is null or start_at < $5)
       order by station, start_at, operation`,
      [tx.plant, version, filter.stations ?? null, filter.from ?? null, filter.to ?? null],
    );
    return rows.map((row) => ({
      operation: row.operation,
      workOrder: row.work_order,
      item: row.item,
      station: row.station,
      startAt: row.start_at.getTime(),
      runStartAt: row.run_start_at.getTime(),
      endAt: row.end_at.getTime(),
      dueAt: row.due_at.getTime(),
      fixed: row.fixed,
    }));
  }

  /** Remembers which version was in force when a shift of a line began. @returns whether it was not known yet */
  async keepBaseline(tx: Tx, baseline: Omit<ShiftBaselineEntity, 'plant'>): Promise<boolean> {
    const rows = await tx.query(
      `insert into shift_baseline (plant, line, shift, start_at, end_at, version) values ($1, $2, $3, $4, $5, $6) on conflict do nothing returning shift`,
      [tx.plant, baseline.line, baseline.shift, baseline.startAt, baseline.endAt, baseline.version],
    );
    return rows.length > 0;
  }

  /** Forgets the entries of versions of long ago, except those that a shift is measured against and the one in force. */
  async prune(tx: Tx, keepLast: number): Promise<void> {
    await tx.query(
      `delete from schedule_entry e using schedule_head h
       where h.plant = e.plant and e.plant = $1 and e.version < h.last_version - $2 and e.version is distinct from h.version
         and not exists (select from shift_baseline b where b.plant = e.plant and b.version = e.version)`,
      [tx.plant, keepLast],
    );
  }

  private async insertEntries(tx: Tx, version: number, entries: readonly StoredEntry[]): Promise<void> {
    if (entries.length === 0) return;
    const column = <T>(pick: (entry: StoredEntry) => T): T[] => entries.map(pick);
    const instants = (pick: (entry: StoredEntry) => number): Date[] =>
      entries.map((entry) => new Date(pick(entry)));
    await tx.query(
      `insert into schedule_entry (plant, version, operation, work_order, item, station, start_at, run_start_at, end_at, due_at, fixed)
       select $1, $2, * from unnest($3::text[], $4::text[], $5::text[], $6::text[], $7::timestamptz[], $8::timestamptz[], $9::timestamptz[], $10::timestamptz[], $11::text[])`,
      [
        tx.plant,
        version,
        column(({ operation }) => operation),
        column(({ workOrder }) => workOrder),
        column(({ item }) => item),
        column(({ station }) => station),
        instants(({ startAt }) => startAt),
        instants(({ runStartAt }) => runStartAt),
        instants(({ endAt }) => endAt),
        instants(({ dueAt }) => dueAt),
        column(({ fixed }) => fixed),
      ],
    );
  }
}
