import {
  andonRoutes,
  attendanceRoutes,
  noticeRoutes,
  qualityRoutes,
  reportRoutes,
  telemetryRoutes,
  type Operation,
} from '@takt/contracts';
import { ProblemError, type ApiClient, type CallOptions } from '@takt/ui';
import type { Command, Entry } from './entry';
import type { Answer } from './outbox-rules';

/** What sending needs of its surroundings. */
export interface CommandWay {
  readonly api: ApiClient;
  /** the entry of a command of this device */
  byCommand(commandId: string): Promise<Entry | undefined>;
  /** core told how an operation is now */
  took(operation: Operation): void;
  /** what was checked is another thing now */
  checked(): void;
}

const done: Answer = { kind: 'reply' };

async function reportOf(way: CommandWay, of: string, operation: string): Promise<string | undefined> {
  const entry = await way.byCommand(of);
  if (entry?.stage === 'refused' || entry?.stage === 'dropped') return undefined;
  if (entry?.report !== undefined) return entry.report;
  // The reply was lost: core knows the report by its command.
  const { items } = await way.api.call(reportRoutes.list, {
    query: { filter: `operation:${operation}`, sort: '-recordedAt', limit: 500 },
  });
  return items.find(({ commandId }) => commandId === of)?.id;
}

async function reverse(
  way: CommandWay,
  command: Extract<Command, { kind: 'reverse' }>,
  commandId: string,
  options: CallOptions,
): Promise<Answer> {
  const report = await reportOf(way, command.of, command.operation);
  if (report === undefined) return done; // what never became true needs no counter-entry
  const reply = await way.api.call(
    reportRoutes.reverse,
    { params: { report }, body: { commandId, reason: command.reason } },
    options,
  );
  way.took(reply.operation);
  return { kind: 'reply', revision: reply.operation.revision };
}

async function send(way: CommandWay, { command, commandId }: Entry, options: CallOptions): Promise<Answer> {
  const { api } = way;
  switch (command.kind) {
    case 'report': {
      const reply = await api.call(reportRoutes.create, { body: command.body }, options);
      way.took(reply.operation);
      return { kind: 'reply', report: reply.report.id, revision: reply.operation.revision };
    }
    case 'reverse':
      return reverse(way, command, commandId, options);
    case 'call':
      await api.call(andonRoutes.raise, { body: command.body }, options);
      return done;
    case 'call-answer':
      await api.call(andonRoutes.answer, { params: { call: command.call }, body: command.body }, options);
      return done;
    case 'call-resolve':
      await api.call(andonRoutes.resolve, { params: { call: command.call }, body: command.body }, options);
      return done;
    case 'stop':
      await api.call(
        telemetryRoutes.explainStop,
        { params: { stop: command.stop }, body: command.body },
        options,
      );
      return done;
    case 'seen':
      await api.call(
        noticeRoutes.acknowledge,
        { params: { notice: command.notice }, body: command.body },
        options,
      );
      return done;
    case 'badge':
      await api.call(attendanceRoutes.badge, { body: command.body }, options);
      return done;
    case 'check':
      await api.call(
        qualityRoutes.check,
        { params: { operation: command.operation }, body: command.body },
        options,
      );
      way.checked();
      return done;
  }
}

/**
 * Sends an entry to core, in the name of this screen: the people are named in it, because their log-ins may have ended
 * when the network comes back.
 */
export async function sendCommand(way: CommandWay, entry: Entry): Promise<Answer> {
  const idempotencyKey = entry.round === 0 ? entry.commandId : `${entry.commandId}.${entry.round}`;
  try {
    return await send(way, entry, { idempotencyKey });
  } catch (error) {
    return error instanceof ProblemError ? { kind: 'problem', problem: error.problem } : { kind: 'silence' };
  }
}
