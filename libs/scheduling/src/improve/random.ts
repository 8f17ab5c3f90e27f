/** A fast seeded generator; the same seed gives the same numbers on every machine. */
export interface Random {
  /** The next number in [0, 1). */
  (): number;
}

/**
 * A generator from any integer seed.
 * @see G. Marsaglia: Xorshift RNGs (2003)
 */
export function seededRandom(seed: number): Random {
  let state = (Math.imul(seed | 0, 0x9e3779b1) ^ 0x5bd1e995) >>> 0 || 1;
  const next = (): number => {
    state ^= state << 13;
    state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 4294967296;
  };
  for (let i = 0; i < 8; i++) next();
  return next;
}
