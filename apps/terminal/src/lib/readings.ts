import type { Report } from '@takt/contracts';
import { lastReading, type ReadReport } from '@takt/production';
import type { Entry } from './outbox/entry';

/**
 * Where the counter of a station stood when an operation was reported last there, with what was entered here and core does not know yet.
 * @param reports of the operation as core knows them, in any order
 * @param entries of this device, oldest first
 * @returns undefined: not known
 */
export function expectedReading(
  { operation, station }: { readonly operation: string; readonly station: string },
  reports: readonly Report[],
  entries: readonly Entry[],
): number | undefined {
  const alive = entries.filter(({ stage }) => stage === 'queued' || stage === 'done');
  const taken = new Set(alive.flatMap(({ command }) => (command.kind === 'reverse' ? [command.of] : [])));
  const known = reports
    .filter(
      ({ reverses, reversedBy, commandId }) =>
        reverses === null && reversedBy === null && !taken.has(commandId),
    )
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  const told = new Set(reports.map(({ commandId }) => commandId));
  const entered = alive.flatMap(({ command, commandId }): ReadReport[] => {
    if (command.kind !== 'report' || command.body.operation !== operation) return [];
    if (told.has(commandId) || taken.has(commandId)) return [];
    const { type, good, scrap, rework, reading = null } = command.body;
    const [a, b, c] = [good, scrap, rework].map((qty) => String(qty ?? 0));
    return [
      {
        ...{ type, reading, station: command.body.station ?? station },
        ...{ good: a ?? '0', scrap: b ?? '0', rework: c ?? '0' },
      },
    ];
  });
  return lastReading([...known, ...entered], station) ?? undefined;
}
