import type { Case } from '../instance-set';
import { kinds, shopProblem, type Kind } from '../shop/shop-problem';

/** A shop of a kind and size; the name tells how to make it again. */
export function shopCase(kind: Kind, operations: number, seed: number): Case {
  return { name: `${kind}-${operations}-${seed}`, open: () => shopProblem({ kind, operations, seed }) };
}

/** A shop of every kind in each size. */
export function shopCases(sizes: readonly number[], seed: number): Case[] {
  return sizes.flatMap((size) => kinds.map((kind) => shopCase(kind, size, seed)));
}
