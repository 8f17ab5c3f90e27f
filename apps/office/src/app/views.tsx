import type { Role } from '@takt/contracts';
import type { IconName } from '@takt/ui';
import { lazy, type ComponentType } from 'react';
import type { OfficeKey } from '../lib/texts';

/** A view of the office: where it is, what it is called, who may see it. */
export interface View {
  readonly path: string;
  readonly title: OfficeKey;
  readonly icon: IconName;
  readonly roles: readonly Role[];
  /** key after G that leads there */
  readonly key: string;
  readonly page: ComponentType;
}

const all: readonly Role[] = ['operator', 'lead', 'planner', 'manager', 'admin'];
const office: readonly Role[] = ['lead', 'planner', 'manager', 'admin'];

/** The views in the order of the navigation. */
export const views: readonly View[] = [
  {
    path: 'orders',
    title: 'nav.orders',
    icon: 'orders',
    roles: office,
    key: 'o',
    page: lazy(() => import('../features/orders/orders-page')),
  },
  {
    path: 'schedule',
    title: 'nav.schedule',
    icon: 'gantt',
    roles: all,
    key: 's',
    page: lazy(() => import('../features/schedule/schedule-page')),
  },
  {
    path: 'work',
    title: 'nav.work',
    icon: 'list',
    roles: office,
    key: 'k',
    page: lazy(() => import('../features/work-orders/work-page')),
  },
  {
    path: 'now',
    title: 'nav.floor',
    icon: 'live',
    roles: all,
    key: 'w',
    page: lazy(() => import('../features/floor/floor-page')),
  },
  {
    path: 'quality',
    title: 'nav.quality',
    icon: 'quality',
    roles: all,
    key: 'q',
    page: lazy(() => import('../features/quality/quality-page')),
  },
  {
    path: 'stock',
    title: 'nav.stock',
    icon: 'box',
    roles: all,
    key: 't',
    page: lazy(() => import('../features/stock/stock-page')),
  },
  {
    path: 'trace',
    title: 'nav.trace',
    icon: 'scan',
    roles: all,
    key: 'r',
    page: lazy(() => import('../features/trace/trace-page')),
  },
  {
    path: 'shifts',
    title: 'nav.shifts',
    icon: 'calendar',
    roles: all,
    key: 'h',
    page: lazy(() => import('../features/shifts/shifts-page')),
  },
  {
    path: 'figures',
    title: 'nav.figures',
    icon: 'chart',
    roles: all,
    key: 'f',
    page: lazy(() => import('../features/figures/figures-page')),
  },
  {
    path: 'set-up',
    title: 'nav.set-up',
    icon: 'gear',
    roles: office,
    key: 'u',
    page: lazy(() => import('../features/set-up/set-up-page')),
  },
  {
    path: 'devices',
    title: 'nav.devices',
    icon: 'device',
    roles: office,
    key: 'd',
    page: lazy(() => import('../features/devices/devices-page')),
  },
  {
    path: 'loop',
    title: 'nav.loop',
    icon: 'loop',
    roles: office,
    key: 'l',
    page: lazy(() => import('../features/loop/loop-page')),
  },
  {
    path: 'access',
    title: 'nav.access',
    icon: 'shield',
    roles: ['manager', 'admin'],
    key: 'a',
    page: lazy(() => import('../features/access/access-page')),
  },
];
