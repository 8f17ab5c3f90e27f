import { z } from 'zod';
import { AndonCall } from './andon';
import { listQuery, pageOf } from './list';
import { OperationStatus } from './work-status';
import { allow } from './role';
import { route } from './route';
import { Day, DecimalText, Id, Instant, Note, TopicId, Uuid, named } from './scalar';

/** What people entered at a station in a shift, beside what the machine counted. */
export const HandoverStation = z.object({
  station: TopicId,
  good: DecimalText,
  scrap: DecimalText,
  rework: DecimalText,
  machineGood: DecimalText.nullable().describe('null: the machine did not count'),
  machineScrap: DecimalText.nullable(),
  differenceGood: DecimalText.nullable().describe('entered less counted'),
});
/** What people entered at a station in a shift. */
export type HandoverStation = z.infer<typeof HandoverStation>;

/** Pieces of an item in a shift, as reports say and as the stock ledger says. */
export const HandoverItem = z.object({
  item: Id,
  itemName: z.string(),
  itemNameZh: z.string().nullable(),
  unit: z.string(),
  begun: DecimalText.describe('pieces that entered work in progress'),
  finished: DecimalText,
  scrap: DecimalText,
  rework: DecimalText,
  wip: DecimalText.describe('pieces in progress at the end of the shift'),
  booked: z.object({ begun: DecimalText, finished: DecimalText, scrap: DecimalText, rework: DecimalText }),
  balanced: z.boolean().describe('reports and ledger say the same'),
});
/** Pieces of an item in a shift. */
export type HandoverItem = z.infer<typeof HandoverItem>;

/** How a shift of a line stands at its end. */
export const HandoverSheet = z.object({
  line: TopicId,
  day: Day.describe('the day on which the shift opened'),
  crew: Id,
  ...named,
  startAt: Instant,
  endAt: Instant,
  stations: z.array(HandoverStation),
  items: z.array(HandoverItem),
  openOperations: z.array(
    z.object({
      operation: Id,
      station: TopicId,
      status: OperationStatus,
      qtyGood: DecimalText,
      qtyTarget: DecimalText,
      startedAt: Instant.nullable(),
    }),
  ),
  openCalls: z.array(AndonCall),
  unexplainedStops: z.array(
    z.object({ stop: Uuid, station: TopicId, startAt: Instant, endAt: Instant.nullable() }),
  ),
  present: z.array(Id).describe('who badged in for the line during the shift'),
});
/** How a shift of a line stands at its end. */
export type HandoverSheet = z.infer<typeof HandoverSheet>;

/** A shift that was handed over, or a supplement to that: closed for good, with the figures as they were then. */
export const Handover = z.object({
  id: Uuid,
  no: z.number().int().min(1).describe('1: the handover; more: supplements to it, in their order'),
  sheet: HandoverSheet,
  note: z.string(),
  closedAt: Instant,
  closedBy: z.string(),
  worker: Id.nullable(),
});
/** A shift that was handed over. */
export type Handover = z.infer<typeof Handover>;

/** Handover between shifts. */
export const handoverRoutes = {
  preview: route({
    method: 'GET',
    path: '/lines/:line/handover',
    access: allow.anyone,
    summary:
      'How the shift of a line stands, now or at an instant; what was handed over, and whether it changed since',
    params: z.strictObject({ line: TopicId }),
    query: z.strictObject({ at: Instant.optional() }),
    reply: z.object({
      sheet: HandoverSheet,
      closed: Handover.nullable().describe('the handover, or the last supplement to it'),
      earlier: z
        .array(Handover.omit({ sheet: true }))
        .describe('the handover and the supplements before that, in their order'),
      changedSince: z.boolean().describe('what was entered later changed the figures of a closed shift'),
    }),
    errors: ['thing.unknown', 'handover.no-shift'],
  }),
  close: route({
    method: 'POST',
    path: '/lines/:line/handover',
    access: allow.leads,
    summary:
      'Hand a shift over: its figures and notes are kept for good; what was entered later is handed over as a supplement',
    status: 201,
    params: z.strictObject({ line: TopicId }),
    body: z.strictObject({
      commandId: Uuid,
      day: Day,
      crew: Id,
      note: Note.default(''),
      worker: Id.optional(),
      supplements: Uuid.optional().describe(
        'hands over what was entered since: id of the handover, or of the last supplement to it',
      ),
    }),
    reply: Handover,
    errors: ['thing.unknown', 'thing.exists', 'handover.no-shift'],
  }),
  list: route({
    method: 'GET',
    path: '/handovers',
    access: allow.anyone,
    summary: 'Shifts that were handed over, the last first with sort=-closedAt',
    query: listQuery(['line', 'day', 'crew'], ['closedAt']),
    reply: pageOf(Handover),
  }),
} as const;
