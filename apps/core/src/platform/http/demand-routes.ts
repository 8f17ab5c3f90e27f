import type { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { allRoutes, type Route } from '@takt/contracts';
import { discover } from '../discovery';
import { ROUTE } from './route.decorator';

/**
 * Checks that every route of the contract has exactly one handler.
 * @throws Error naming those without and those with two
 */
export function demandEveryRoute(discovery: DiscoveryService, scanner: MetadataScanner): void {
  const owners = new Map<Route, string[]>();
  for (const found of discover<Route>(discovery, scanner, ROUTE))
    owners.set(found.value, [...(owners.get(found.value) ?? []), found.owner]);
  const faults = allRoutes().flatMap(({ name, route }) => {
    const handlers = owners.get(route) ?? [];
    if (handlers.length === 1) return [];
    return [
      handlers.length === 0
        ? `route ${name} has no handler`
        : `route ${name} has ${handlers.length} handlers: ${handlers.join(', ')}`,
    ];
  });
  if (faults.length > 0)
    throw new Error(
      `Core does not start:\n${faults.map((fault) => `  ${fault}`).join('\n')}\nMaybe a controller is missing in its module.`,
    );
}
