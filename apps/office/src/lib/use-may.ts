import type { Route } from '@takt/contracts';
import { useSession } from '@takt/ui';

/**
 * May the person who is logged in use a route? What core would refuse is not offered.
 * @param route from the contract
 */
export function useMay({ access }: Pick<Route, 'access'>): boolean {
  const role = useSession()?.role;
  return access === 'public' || (role !== null && role !== undefined && access.includes(role));
}
