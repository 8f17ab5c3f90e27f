/** Nothing to stop yet. */
export default async function stop(): Promise<void> {}
