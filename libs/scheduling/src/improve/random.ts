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
  // always a signed whole number of 32 bits: others would be allocated anew at every step
  let state = Math.imul(seed | 0, 0x9e3779b1) ^ 0x5bd1e995 || 1;
  const next = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 4294967296;
  };
  for (let i = 0; i < 8; i++) next();
  return next;
}
