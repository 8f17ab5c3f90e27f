/** Nothing to start yet. */
export default async function start(): Promise<void> {}
