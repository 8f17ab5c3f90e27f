import type { Reason, ReasonKind } from '@takt/contracts';

/**
 * The reasons of a kind that can be meant at a station: those of what it can do, and those of every station.
 * @param reasons all of the plant
 * @param capabilities what the station can do; undefined: not known
 * @returns where none would be left, or the station is not known: all of the kind
 */
export function reasonsAt(
  reasons: readonly Reason[],
  kind: ReasonKind,
  capabilities: readonly string[] | undefined,
): readonly Reason[] {
  const ofKind = reasons.filter((reason) => reason.kind === kind && reason.active);
  // What this device kept from an older version of core says nothing of stations.
  const at = ({ capabilities: only = [] }: Reason) =>
    only.length === 0 || only.some((capability) => capabilities?.includes(capability));
  const fitting = capabilities ? ofKind.filter(at) : ofKind;
  return fitting.length > 0 ? fitting : ofKind;
}
