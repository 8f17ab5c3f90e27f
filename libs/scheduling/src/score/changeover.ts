/** Price · working seconds of all changeovers, set-ups included; those of fixed operations are over and count nothing. */
export function changeover(seconds: readonly number[], price: number): number {
  return price * seconds.reduce((sum, s) => sum + s, 0);
}
