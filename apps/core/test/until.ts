const POLL_MS = 10;

/**
 * Waits until something is so.
 * @param holds asked again and again
 * @param limitMs how long a broken product is waited for
 * @throws Error when it never is
 */
export async function until(holds: () => boolean | Promise<boolean>, limitMs = 15_000): Promise<void> {
  const deadline = performance.now() + limitMs;
  while (!(await holds())) {
    if (performance.now() > deadline) throw new Error(`not so within ${limitMs} ms: ${holds.toString()}`);
    await new Promise((done) => setTimeout(done, POLL_MS));
  }
}
