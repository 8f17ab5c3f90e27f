import type { VersionedEventName } from '@takt/contracts';

/**
 * What has to be fetched again after an event: the first parts of the paths whose replies it may have changed.
 * `station.changed` carries its stations and is put in place without fetching.
 */
export const eventResources: Readonly<Record<VersionedEventName, readonly string[]>> = {
  'schedule.changed': ['/schedules', '/operations', '/work-orders', '/orders'],
  'operation.changed': ['/operations', '/work-orders', '/reports', '/holds', '/checks'],
  'station.changed': [],
  'stop.changed': ['/stops'],
  'andon.changed': ['/andon-calls'],
  'notice.raised': ['/notices'],
  'notice.changed': ['/notices'],
  'attendance.changed': ['/attendance', '/shifts'],
  'order.changed': ['/orders', '/work-orders'],
  'stock.changed': ['/stock', '/lots', '/movements', '/supplies', '/holds'],
  'kpi.changed': ['/kpis'],
  'plant.changed': [
    '/plants',
    '/lines',
    '/stations',
    '/live',
    '/reasons',
    '/items',
    '/workers',
    '/skills',
    '/shift-patterns',
    '/shift-exceptions',
    '/shifts',
    '/changeovers',
    '/customers',
  ],
};

/** The first part of a route's path: `/operations` of `/operations/:operation/start`. */
export function resourceOf(path: string): string {
  return `/${path.split('/')[1] ?? ''}`;
}
