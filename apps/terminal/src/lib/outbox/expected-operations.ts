import type { Operation, OperationStatus } from '@takt/contracts';
import { MILLION, millionths } from '@takt/production';
import type { Command, Entry, ReportBody } from './entry';

/** An operation as the terminal shows it: as core knows it, with what was entered here and is not in it yet. */
export interface ExpectedOperation extends Operation {
  /** entries that core has not acknowledged */
  readonly queued: number;
}

const becomes: Readonly<Record<ReportBody['type'], OperationStatus | undefined>> = {
  start: 'running',
  resume: 'running',
  pause: 'paused',
  complete: 'done',
  quantity: undefined,
};
function added(total: string, more: string | number | undefined): string {
  return String(Math.max(0, millionths(total) + millionths(more)) / MILLION);
}

function negative(qty: string | number | undefined): number {
  return -Number(qty ?? 0);
}

function withReport(operation: ExpectedOperation, body: ReportBody): ExpectedOperation {
  const status = becomes[body.type] ?? operation.status;
  return {
    ...operation,
    status,
    qtyGood: added(operation.qtyGood, body.good),
    qtyScrap: added(operation.qtyScrap, body.scrap),
    qtyRework: added(operation.qtyRework, body.rework),
    station: body.type === 'start' ? (body.station ?? operation.station) : operation.station,
    startedAt: body.type === 'start' ? (operation.startedAt ?? body.at) : operation.startedAt,
    endedAt: body.type === 'complete' ? body.at : operation.endedAt,
    workers: body.type === 'start' || body.type === 'resume' ? (body.workers ?? []) : operation.workers,
  };
}

function withoutReport(operation: ExpectedOperation, body: ReportBody): ExpectedOperation {
  const status =
    body.type === 'complete' && operation.status === 'done'
      ? 'paused'
      : body.type === 'start'
        ? 'ready'
        : operation.status;
  return {
    ...operation,
    status,
    qtyGood: added(operation.qtyGood, negative(body.good)),
    qtyScrap: added(operation.qtyScrap, negative(body.scrap)),
    qtyRework: added(operation.qtyRework, negative(body.rework)),
    endedAt: body.type === 'complete' ? null : operation.endedAt,
  };
}

const mayBeHeld: readonly OperationStatus[] = ['waiting', 'ready', 'running', 'paused'];

/** What is outside its limits stops the operation. */
function heldBy(
  operation: ExpectedOperation,
  { name, value }: Extract<Command, { kind: 'check' }>['body'],
): ExpectedOperation {
  if (!mayBeHeld.includes(operation.status)) return operation;
  return { ...operation, status: 'held', holdReason: `${name} ${value}` };
}

function operationOf(command: Command): string | undefined {
  if (command.kind === 'report') return command.body.operation;
  return command.kind === 'reverse' || command.kind === 'check' ? command.operation : undefined;
}

function withEntry(
  operation: ExpectedOperation,
  { command, stage }: Entry,
  entries: readonly Entry[],
): ExpectedOperation {
  const next = { ...operation, queued: operation.queued + (stage === 'queued' ? 1 : 0) };
  if (command.kind === 'report') return withReport(next, command.body);
  if (command.kind === 'check') return command.outside ? heldBy(next, command.body) : next;
  if (command.kind !== 'reverse') return operation;
  const taken = entries.find(({ commandId }) => commandId === command.of)?.command;
  return taken?.kind === 'report' ? withoutReport(next, taken.body) : next;
}

/** An answer may have been on its way for so long: it tells how things were before it was asked for. */
const ON_ITS_WAY_MS = 60_000;

/**
 * Does core have an entry that its reply lacks? The revision tells it exactly: a reply that was kept when the network went, or that
 * overtook, is older. Where the plant was set up anew revisions begin again, so a reply that came well after the entry is believed.
 */
function isMissing({ stage, accepted }: Entry, { revision }: Operation, toldAtMs: number): boolean {
  if (stage !== 'done' || accepted === undefined) return false;
  return accepted.revision > revision && toldAtMs < accepted.atMs + ON_ITS_WAY_MS;
}

/**
 * Operations as people expect them after what they have entered. What waits counts, and so does what core has
 * accepted since it told of the operation. What core refused is not counted: it has not happened until somebody decides.
 * @param operations as core told them
 * @param entries the outbox, in any order
 * @param toldAtMs when core told of the operations, real time by this device's clock, epoch ms
 */
export function expectedOperations(
  operations: readonly Operation[],
  entries: readonly Entry[],
  toldAtMs: number,
): readonly ExpectedOperation[] {
  const inOrder = [...entries].sort((a, b) => a.seq - b.seq);
  return operations.map((operation) =>
    inOrder
      .filter(({ command }) => operationOf(command) === operation.id)
      .filter((entry) => entry.stage === 'queued' || isMissing(entry, operation, toldAtMs))
      .reduce((shown, entry) => withEntry(shown, entry, entries), {
        ...operation,
        queued: 0,
      } as ExpectedOperation),
  );
}
