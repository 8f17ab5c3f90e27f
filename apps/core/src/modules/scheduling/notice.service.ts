import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import {
  isRefusal,
  refuse,
  type Notice,
  type Refusal,
  type Role,
  type Slot,
  type Trigger,
} from '@takt/contracts';
import type { NoticeDecision, Place } from '@takt/planning';
import { Clock } from '../../platform/clock';
import type { Caller } from '../../platform/context';
import { Database, type Tx } from '../../platform/database';
import type { PageRequest } from '../../platform/http';
import { LoopMetrics } from '../../platform/metrics';
import { PlantRepository } from '../plant';
import type { NoticeEntity } from './notice.entity';
import { noticeOf, NoticeRepository, type CoverageRow, type NoticeFilter } from './notice.repository';

/** How somebody says: I have seen it. */
export interface Seen {
  readonly commandId: string;
  readonly worker?: string | undefined;
  readonly at?: string | undefined;
}

/** What notices are raised because of. */
export interface NoticeCause {
  readonly trigger: Trigger | null;
  readonly scheduleVersion: number | null;
  readonly by: string;
  /** item of each operation */
  readonly items: ReadonlyMap<string, string>;
}

/** Who has to acknowledge at each step of the escalation. */
const LADDER: readonly Role[] = ['operator', 'lead', 'planner', 'manager'];

const slotOf = (place: Place | null): Slot | null =>
  place && {
    station: place.station,
    startAt: new Date(place.startAt).toISOString(),
    endAt: new Date(place.endAt).toISOString(),
  };

/** Changes that somebody must acknowledge: raised, seen, escalated, withdrawn. */
@Injectable()
export class NoticeService {
  constructor(
    private readonly database: Database,
    private readonly repository: NoticeRepository,
    private readonly plants: PlantRepository,
    private readonly metrics: LoopMetrics,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** One page of notices. */
  page(
    plant: string,
    filter: NoticeFilter,
    page: PageRequest,
  ): Promise<{ items: Notice[]; nextCursor: string | null }> {
    return this.database.read(plant, (tx) => this.repository.page(tx, filter, page));
  }

  /** Share of notices acknowledged in time. */
  coverage(plant: string, from: Date, to: Date): Promise<CoverageRow> {
    return this.database.read(plant, (tx) => this.repository.coverage(tx, from, to));
  }

  /** Raises and withdraws what a new plan asks for, in the transaction that publishes it. */
  async apply(tx: Tx, { raise, withdraw }: NoticeDecision, cause: NoticeCause): Promise<void> {
    const now = this.clock.date();
    for (const row of await this.repository.withdraw(tx, withdraw, now))
      this.announceChange(tx, { ...row, withdrawnAt: now });
    if (raise.length === 0) return;
    const plant = await this.plants.plant(tx);
    const lineOf = new Map((await this.plants.allStations(tx)).map(({ id, line }) => [id, line]));
    const dueAt = new Date(now.getTime() + (plant?.ackWithinSec ?? 300) * 1000);
    const rows = raise.map((one): NoticeEntity => ({
      ...emptyNotice(tx.plant, now, dueAt),
      kind: one.kind,
      station: one.station,
      line: lineOf.get(one.station) ?? null,
      operation: one.operation,
      item: cause.items.get(one.operation) ?? null,
      from: slotOf(one.from),
      to: slotOf(one.to),
      nextBefore: one.nextBefore,
      nextAfter: one.nextAfter,
      trigger: cause.trigger,
      scheduleVersion: cause.scheduleVersion,
      by: cause.by,
    }));
    await this.repository.insert(tx, rows);
    for (const { id, kind, station, line } of rows)
      tx.announce('notice.raised', { notice: id, kind: kind as Notice['kind'], station, line });
  }

  /** Somebody has seen a notice. The same command twice is the same; a second person's is too late but harmless. */
  async acknowledge(caller: Caller, id: string, seen: Seen): Promise<Notice | Refusal> {
    const result = await this.database.write(caller.plant, async (tx) => {
      const row = await this.repository.lock(tx, id);
      if (!row) return refuse('thing.unknown', { kind: 'notice', id });
      if (!mayAcknowledge(caller, row)) return refuse('auth.forbidden', { roles: 'lead, planner, admin' });
      if (row.acknowledgedAt !== null) return noticeOf(row);
      if (row.withdrawnAt !== null) return refuse('notice.closed', { notice: id });
      const now = this.clock.now();
      const at = new Date(
        Math.min(now, Math.max(row.raisedAt.getTime(), seen.at === undefined ? now : Date.parse(seen.at))),
      );
      const next: NoticeEntity = {
        ...row,
        acknowledgedAt: at,
        acknowledgedBy: caller.worker ?? seen.worker ?? null,
        acknowledgedUser: caller.user,
        acknowledgedTerminal: caller.terminal,
        acknowledgedDevice: caller.terminal === null ? 'office' : 'terminal',
        acknowledgedCommand: seen.commandId,
      };
      await this.repository.save(tx, next);
      this.announceChange(tx, next);
      return noticeOf(next);
    });
    if (!isRefusal(result) && result.acknowledgement) {
      const took = Date.parse(result.acknowledgement.at) - Date.parse(result.raisedAt);
      this.metrics.observe('acknowledge', this.clock.realMsOf(took));
    }
    return result;
  }

  /** Passes on what nobody has acknowledged in time to the next role. */
  async escalate(): Promise<void> {
    const now = this.clock.date();
    await this.database.write('*', async (tx) => {
      const overdue = await this.repository.overdue(tx, now, LADDER.length - 1);
      if (overdue.length === 0) return;
      const within = new Map(
        (await this.plants.plants(tx)).map(({ id, ackWithinSec }) => [id, ackWithinSec]),
      );
      for (const row of overdue) {
        const escalation = row.escalation + 1;
        const escalatesAt = new Date(now.getTime() + (within.get(row.plant) ?? 300) * 1000);
        const next = { ...row, escalation, role: LADDER[escalation] ?? 'manager', escalatesAt };
        await this.repository.save(tx, next);
        this.announceChange(tx, next);
      }
    });
  }

  private announceChange(tx: Tx, row: NoticeEntity): void {
    tx.announce(
      'notice.changed',
      {
        notice: row.id,
        station: row.station,
        line: row.line,
        acknowledged: row.acknowledgedAt !== null,
        escalation: row.escalation,
        withdrawn: row.withdrawnAt !== null,
      },
      row.plant,
    );
  }
}

/** Screens and people bound to stations acknowledge what concerns those; others whatever their line or plant sees. */
function mayAcknowledge(caller: Caller, { station, line }: NoticeEntity): boolean {
  if (caller.stations !== null && station !== null) return caller.stations.includes(station);
  return caller.line === null || line === null || caller.line === line;
}

function emptyNotice(plant: string, raisedAt: Date, dueAt: Date): NoticeEntity {
  return {
    plant,
    id: uuid(),
    kind: 'message',
    station: null,
    line: null,
    operation: null,
    item: null,
    from: null,
    to: null,
    nextBefore: null,
    nextAfter: null,
    trigger: null,
    scheduleVersion: null,
    text: null,
    by: 'takt',
    raisedAt,
    dueAt,
    escalatesAt: null,
    role: 'operator',
    escalation: 0,
    acknowledgedAt: null,
    acknowledgedBy: null,
    acknowledgedUser: null,
    acknowledgedTerminal: null,
    acknowledgedDevice: null,
    acknowledgedCommand: null,
    withdrawnAt: null,
  };
}
