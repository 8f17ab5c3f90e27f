const AWAY =
  /ECONNREFUSED|ECONNRESET|ETIMEDOUT|EPIPE|Connection terminated|terminating connection|the database system is|timeout exceeded when trying to connect|Client has encountered a connection error|not queryable/i;

/** Does an error mean that a part of the installation is away or overloaded? Then nothing was changed, and the same may succeed later. */
export function isAway(error: unknown): boolean {
  return AWAY.test(String((error as Error | null)?.message ?? error));
}
