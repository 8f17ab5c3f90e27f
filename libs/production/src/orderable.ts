import { refuse, type ItemKind, type Refusal } from '@takt/contracts';

/**
 * Checks whether customers may order an item: half-made and finished ones that are still sold. Raw material leaves by production, even
 * where some of it is free.
 * @returns `item.inactive` · `item.not-sold` · null
 */
export function checkOrderable(item: {
  readonly id: string;
  readonly kind: ItemKind;
  readonly active: boolean;
}): Refusal | null {
  if (!item.active) return refuse('item.inactive', { item: item.id });
  return item.kind === 'raw' ? refuse('item.not-sold', { item: item.id }) : null;
}
