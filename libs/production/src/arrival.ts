import { Exact } from './quantity';

/**
 * Items of which stock has come in.
 * @param movements items with the quantity that was added, decimal text; negative: taken away
 * @returns each item of which something was added once, in the order in which they came
 */
export function arrivedItems(
  movements: readonly { readonly item: string; readonly qty: string }[],
): string[] {
  return [...new Set(movements.filter(({ qty }) => new Exact(qty).greaterThan(0)).map(({ item }) => item))];
}
