import type { Operation, OperationStatus } from '@takt/contracts';
import type { Command, Entry, ReportBody } from './entry';

/** An operation as the terminal shows it: as core knows it, with what was entered here and not acknowledged yet. */
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
/** Six decimals, as core keeps them: sums of such texts stay exact when they are counted in millionths. */
const MILLIONTHS = 1_000_000;

function added(total: string, more: string | number | undefined): string {
  const sum = Math.round(Number(total) * MILLIONTHS) + Math.round(Number(more ?? 0) * MILLIONTHS);
  return String(Math.max(0, sum) / MILLIONTHS);
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
  { command }: Entry,
  entries: readonly Entry[],
): ExpectedOperation {
  const next = { ...operation, queued: operation.queued + 1 };
  if (command.kind === 'report') return withReport(next, command.body);
  if (command.kind === 'check') return command.outside ? heldBy(next, command.body) : next;
  if (command.kind !== 'reverse') return operation;
  const taken = entries.find(({ commandId }) => commandId === command.of)?.command;
  return taken?.kind === 'report' ? withoutReport(next, taken.body) : next;
}

/**
 * Operations as people expect them after what they have entered. What core refused is not counted: it has not happened
 * until somebody decides.
 * @param operations as core knows them
 * @param entries the outbox, in any order
 */
export function expectedOperations(
  operations: readonly Operation[],
  entries: readonly Entry[],
): readonly ExpectedOperation[] {
  const waiting = entries.filter(({ stage }) => stage === 'queued').sort((a, b) => a.seq - b.seq);
  return operations.map((operation) =>
    waiting
      .filter(({ command }) => operationOf(command) === operation.id)
      .reduce((shown, entry) => withEntry(shown, entry, entries), {
        ...operation,
        queued: 0,
      } as ExpectedOperation),
  );
}
