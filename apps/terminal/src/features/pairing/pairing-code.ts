/** Length of a pairing code without its dash. */
export const CODE_LENGTH = 8;

/**
 * What was typed, scanned or pasted as the signs of a pairing code: capitals and digits, at most eight.
 * @param text anything; a whole address with `pair=…` too
 */
export function codeSigns(text: string): string {
  const inAddress = /[?&]pair=([^&#]+)/.exec(text)?.[1];
  return (inAddress ?? text)
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .slice(0, CODE_LENGTH);
}

/**
 * A code as core takes it: `K7QP-2M9X`.
 * @param signs signs of a code
 * @returns undefined while signs are missing
 */
export function wholeCode(signs: string): string | undefined {
  return signs.length === CODE_LENGTH ? `${signs.slice(0, 4)}-${signs.slice(4)}` : undefined;
}
