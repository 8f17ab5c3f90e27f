import type {
  andonRoutes,
  attendanceRoutes,
  noticeRoutes,
  Problem,
  qualityRoutes,
  reportRoutes,
  RequestOf,
  Route,
  telemetryRoutes,
} from '@takt/contracts';

type BodyOf<R extends Route> = NonNullable<RequestOf<R>['body']>;

/** A report as the terminal enters it. */
export type ReportBody = BodyOf<typeof reportRoutes.create>;

/** What somebody did at this terminal, as it is sent to core. */
export type Command =
  | { readonly kind: 'report'; readonly body: ReportBody }
  /** takes a report of this terminal back; it is named by its command, because it may not have been sent yet */
  | { readonly kind: 'reverse'; readonly of: string; readonly operation: string; readonly reason: string }
  | { readonly kind: 'call'; readonly body: BodyOf<typeof andonRoutes.raise> }
  | { readonly kind: 'call-answer'; readonly call: string; readonly body: BodyOf<typeof andonRoutes.answer> }
  | {
      readonly kind: 'call-resolve';
      readonly call: string;
      readonly body: BodyOf<typeof andonRoutes.resolve>;
    }
  | {
      readonly kind: 'stop';
      readonly stop: string;
      readonly body: BodyOf<typeof telemetryRoutes.explainStop>;
    }
  | { readonly kind: 'seen'; readonly notice: string; readonly body: BodyOf<typeof noticeRoutes.acknowledge> }
  | { readonly kind: 'badge'; readonly body: BodyOf<typeof attendanceRoutes.badge> }
  | {
      /** an answer to what an instruction asks; `outside` its limits it puts the operation on hold */
      readonly kind: 'check';
      readonly operation: string;
      readonly outside: boolean;
      readonly body: BodyOf<typeof qualityRoutes.check>;
    };

/**
 * Where an entry stands. `queued`: core has not acknowledged it; `done`: core has it; `refused`: core said no, a person
 * decides; `dropped`: a person decided against it.
 */
export type Stage = 'queued' | 'done' | 'refused' | 'dropped';

/** An entry is in what core tells of its operation, from this revision on. */
export interface Accepted {
  /** revision of the operation with the entry in it */
  readonly revision: number;
  /** when core's reply came, real time by this device's clock, epoch ms */
  readonly atMs: number;
}

/** One entry of the outbox. */
export interface Entry {
  /** place in the order of entry, from 1 */
  readonly seq: number;
  /** what makes it done once, however often it is sent */
  readonly commandId: string;
  readonly command: Command;
  readonly stage: Stage;
  /** how often it was sent; counted before it is sent, so that 0 means: it cannot have reached core */
  readonly tries: number;
  /** how often core answered that it had failed */
  readonly failures: number;
  /** decided anew so often: the request is another one then */
  readonly round: number;
  /** factory time of the deed, epoch ms */
  readonly atMs: number;
  /** real time of the deed by this device's clock, epoch ms: for upkeep only */
  readonly keptMs: number;
  /** who did it, by name */
  readonly by: string;
  /** id of who did it; undefined in entries of older versions, and where nobody was signed in */
  readonly worker?: string | undefined;
  /** why core refused it */
  readonly problem?: Problem | undefined;
  /** the last entry that had been made when core refused this one */
  readonly refusedAfter?: number | undefined;
  /** when core refused it, real time by this device's clock, epoch ms; undefined in entries of older versions */
  readonly refusedMs?: number | undefined;
  /** when the supervisor was called to decide it, real time by this device's clock, epoch ms; undefined: not yet */
  readonly calledMs?: number | undefined;
  /** id that core gave to the report */
  readonly report?: string | undefined;
  /** what core said when it took the entry; undefined until then, and where the entry changed no operation */
  readonly accepted?: Accepted | undefined;
}

/** An entry before it has its place in the order. */
export type NewEntry = Omit<Entry, 'seq'>;

/**
 * What an entry is about. Entries about the same thing depend on those before them.
 * @returns `operation WO-1.10`, `call …`, `stop …`, `notice …`, `worker …`, `check …`
 */
export function subjectOf(command: Command): string {
  switch (command.kind) {
    case 'report':
      return `operation ${command.body.operation}`;
    case 'reverse':
      return `operation ${command.operation}`;
    case 'call':
      return `call ${command.body.id}`;
    case 'call-answer':
    case 'call-resolve':
      return `call ${command.call}`;
    case 'stop':
      return `stop ${command.stop}`;
    case 'seen':
      return `notice ${command.notice}`;
    case 'badge':
      return `worker ${command.body.worker}`;
    case 'check':
      return `check ${command.body.commandId}`;
  }
}
