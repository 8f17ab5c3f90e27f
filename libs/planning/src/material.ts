/** What an operation lacks of a component. */
export interface Shortage {
  readonly operation: string;
  readonly item: string;
  /** > 0 */
  readonly qty: number;
  /** epoch ms: the earliest due is served first */
  readonly dueAt: number;
}

/** An expected receipt. */
export interface ExpectedReceipt {
  readonly item: string;
  readonly qty: number;
  /** epoch ms */
  readonly at: number;
}

/**
 * From when each operation that lacks material can be planned: receipts are dealt out to the shortages of their item, the
 * earliest due first. What no receipt covers is taken to come after the item's lead time.
 * @param leadMs lead time of an item from now, in ms
 * @returns operation → instant, epoch ms; operations without shortage are not in it
 */
export function materialReadyAt(
  shortages: readonly Shortage[],
  receipts: readonly ExpectedReceipt[],
  now: number,
  leadMs: (item: string) => number,
): Map<string, number> {
  const ready = new Map<string, number>();
  const items = new Set(shortages.map(({ item }) => item));
  for (const item of items) {
    const coming = receipts.filter((receipt) => receipt.item === item).sort((a, b) => a.at - b.at);
    let index = 0;
    let left = coming[0]?.qty ?? 0;
    const wanted = shortages
      .filter((shortage) => shortage.item === item)
      .sort((a, b) => a.dueAt - b.dueAt || (a.operation < b.operation ? -1 : 1));
    for (const { operation, qty } of wanted) {
      let missing = qty;
      while (missing > left && index < coming.length) {
        missing -= left;
        index += 1;
        left = coming[index]?.qty ?? 0;
      }
      left -= missing;
      const at = index < coming.length ? Math.max(now, coming[index]?.at ?? now) : now + leadMs(item);
      ready.set(operation, Math.max(ready.get(operation) ?? 0, at));
    }
  }
  return ready;
}
