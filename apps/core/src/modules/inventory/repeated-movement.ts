import { refuse, type MovementKind, type Refusal } from '@takt/contracts';
import { Exact } from '@takt/production';
import type { KeptMovement } from './ledger.repository';

/** The movement of a repeated command, or `idempotency.mismatch` when the command asked for something else. */
export function repeated(
  kept: KeptMovement,
  { commandId, kind, item, qty }: { commandId: string; kind: MovementKind; item: string; qty: string },
): string | Refusal {
  const same = kept.kind === kind && kept.item === item && new Exact(kept.qty).equals(qty);
  return same ? kept.id : refuse('idempotency.mismatch', { key: commandId });
}
