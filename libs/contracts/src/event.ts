import { z } from 'zod';
import { BadgeDirection } from './people';
import { AndonStatus, AndonCall } from './andon';
import { MovementKind, Place } from './inventory';
import { NoticeKind } from './notice';
import { ReportFlag, ReportType } from './report';
import { OperationStatus } from './work-status';
import { DecimalText, Id, Instant, Name, TopicId, Uuid } from './scalar';
import { ScheduleChange, Trigger } from './schedule';
import { StationState } from './telemetry';

/**
 * Domain events: what has happened, in the past tense. They are written to the outbox in the transaction that made them
 * true and handed out after its commit, in order, at least once: handlers must be idempotent.
 * Core refuses to boot when a handler names an event that is not listed here.
 */
export const eventCatalog = {
  'plant.changed': z
    .object({ kind: z.string(), id: z.string(), replan: z.boolean() })
    .describe('master data was created, changed or removed'),
  'shift.changed': z.object({
    line: TopicId.nullable(),
    station: TopicId.nullable(),
    worker: Id.nullable(),
    kind: z.string(),
    id: z.string(),
    fromAt: Instant.optional().describe('of an exception: when it applies; absent for a pattern'),
    toAt: Instant.optional(),
  }),
  'worker.badged': z.object({
    worker: Id,
    direction: BadgeDirection,
    station: TopicId.nullable(),
    line: TopicId.nullable(),
    at: Instant,
    expected: z.boolean(),
  }),
  'import.committed': z.object({ import: Uuid }),
  'order.created': z.object({ order: Id, lines: z.array(z.number().int()) }),
  'order.changed': z.object({
    order: Id,
    line: z.number().int(),
    fields: z.array(z.string()),
    replan: z.boolean(),
    wasDue: z.array(Instant).optional().describe('wish and promises as they were, where they moved'),
  }),
  'order.cancelled': z.object({ order: Id, line: z.number().int() }),
  'order.shipped': z.object({
    order: Id,
    line: z.number().int(),
    qty: DecimalText,
    complete: z.boolean(),
    at: Instant,
  }),
  'order.promised': z.object({
    order: Id,
    line: z.number().int(),
    committedAt: Instant,
    previousAt: Instant.nullable(),
  }),
  'order.short': z
    .object({ order: Id, line: z.number().int() })
    .describe('a work order will not deliver what it made for a line: it has to come from elsewhere'),
  'work-order.released': z.object({ workOrder: Id, item: Id, kind: z.string() }),
  'work-order.changed': z.object({ workOrder: Id, fields: z.array(z.string()) }),
  'work-order.cancelled': z.object({
    workOrder: Id,
    operations: z.array(z.object({ operation: Id, station: TopicId.nullable(), running: z.boolean() })),
  }),
  'work-order.finished': z.object({
    workOrder: Id,
    item: Id,
    good: DecimalText,
    lot: Id.nullable(),
    order: Id.nullable(),
    orderLine: z.number().int().nullable(),
    at: Instant,
  }),
  'report.recorded': z.object({
    report: Uuid,
    operation: Id,
    workOrder: Id,
    station: TopicId,
    line: TopicId,
    type: ReportType,
    status: OperationStatus,
    good: DecimalText,
    scrap: DecimalText,
    rework: DecimalText,
    scrapReason: Id.nullable(),
    workers: z.array(Id),
    at: Instant,
    last: z.boolean(),
    flags: z.array(ReportFlag).describe('accepted, but deserves a look'),
  }),
  'report.doubted': z
    .object({
      report: Uuid,
      station: TopicId,
      code: z.string(),
      facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
      at: Instant,
    })
    .describe('a report was kept although something about it cannot be: somebody has to look'),
  'report.reversed': z.object({
    report: Uuid,
    reverses: Uuid,
    operation: Id,
    workOrder: Id,
    station: TopicId,
    line: TopicId,
    at: Instant,
  }),
  'operation.changed': z.object({
    operation: Id,
    workOrder: Id,
    station: TopicId.nullable(),
    line: TopicId.nullable(),
    status: OperationStatus,
    fields: z.array(z.string()),
  }),
  'operation.held': z.object({
    operation: Id,
    station: TopicId.nullable(),
    line: TopicId.nullable(),
    reason: z.string(),
  }),
  'stock.moved': z.object({ item: Id, kind: MovementKind, place: Place, qty: DecimalText, at: Instant }),
  'supply.changed': z.object({
    supply: Uuid,
    item: Id,
    expectedAt: Instant,
    later: z.boolean(),
    received: z.boolean(),
  }),
  'station.changed': z.object({
    stations: z.array(
      z.object({
        station: TopicId,
        line: TopicId,
        state: StationState,
        since: Instant.nullable(),
        reason: Id.nullable(),
        online: z.boolean().nullable(),
        version: z.number().int(),
      }),
    ),
  }),
  'station.went-down': z
    .object({ station: TopicId, line: TopicId, state: StationState, reason: Id.nullable(), since: Instant })
    .describe('stopped or in fault for longer than its micro-stop limit'),
  'station.came-back': z.object({ station: TopicId, line: TopicId, downSec: z.number(), at: Instant }),
  'stop.changed': z.object({
    stop: Uuid,
    station: TopicId,
    line: TopicId,
    open: z.boolean(),
    explained: z.boolean(),
  }),
  'history.restated': z
    .object({ station: TopicId, line: TopicId, fromAt: Instant, toAt: Instant, why: z.string() })
    .describe('a late message changed the past'),
  'device.reported': z.object({
    station: TopicId,
    line: TopicId,
    channel: z.enum(['report', 'andon', 'badge', 'scan', 'ack', 'alarm', 'measure']),
    message: z.record(z.string(), z.unknown()),
    receivedAt: Instant,
  }),
  'device.refused': z
    .object({
      station: TopicId,
      line: TopicId,
      channel: z.enum(['report', 'andon', 'badge', 'scan', 'ack', 'alarm', 'measure']),
      message: z.record(z.string(), z.unknown()),
      receivedAt: Instant,
      code: z.string(),
      facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
    })
    .describe('what a device reported could not be carried out; it goes into quarantine as rejected-report'),
  'andon.changed': z.object({
    call: Uuid,
    station: TopicId,
    line: TopicId,
    kind: AndonCall.shape.kind,
    status: AndonStatus,
    escalation: z.number().int(),
  }),
  'schedule.published': z.object({
    version: z.number().int(),
    base: z.number().int().nullable(),
    triggers: z.array(Trigger),
    changes: z.array(ScheduleChange),
    by: Name,
  }),
  'schedule.drafted': z.object({ version: z.number().int(), base: z.number().int().nullable() }),
  'schedule.failed': z.object({ why: z.string(), triggers: z.array(Trigger) }),
  'notice.raised': z.object({
    notice: Uuid,
    kind: NoticeKind,
    station: TopicId.nullable(),
    line: TopicId.nullable(),
  }),
  'notice.changed': z.object({
    notice: Uuid,
    station: TopicId.nullable(),
    line: TopicId.nullable(),
    acknowledged: z.boolean(),
    escalation: z.number().int(),
    withdrawn: z.boolean(),
  }),
  'kpi.changed': z.object({ kpis: z.array(Id), line: TopicId.nullable() }),
} as const;

/** Name of a domain event. */
export type EventName = keyof typeof eventCatalog;
/** Payload of a domain event. */
export type EventPayload<N extends EventName = EventName> = z.infer<(typeof eventCatalog)[N]>;

/** A domain event as it is handed out. */
export interface DomainEvent<N extends EventName = EventName> {
  readonly id: string;
  readonly plant: string;
  readonly name: N;
  readonly payload: EventPayload<N>;
  /** factory time at which it was written, ISO 8601 */
  readonly at: string;
}
