/** How long a stop is taken to last when nothing is known of the station's stops, in seconds. */
const USUAL_SEC = 1800;
/** Least rest of a stop that goes on longer than usual, in seconds: nobody plans on the next minute. */
const LEAST_REST_SEC = 600;

/**
 * Until when a station that is down probably stays so: as long as its stops usually take; one that lasts longer than usual is
 * given half of the usual time again.
 * @param since begin of the stop, epoch ms
 * @param usualSec mean of its last stops; null: unknown
 * @param now epoch ms
 */
export function expectedBack(since: number, usualSec: number | null, now: number): number {
  const usual = usualSec ?? USUAL_SEC;
  return Math.max(
    since + usual * 1000,
    now + 1000 * Math.max(LEAST_REST_SEC, since + usual * 1000 > now ? 0 : usual / 2),
  );
}
