import { authRoutes, auditRoutes, deviceRoutes, terminalRoutes, userRoutes } from './access';
import { andonRoutes } from './andon';
import { channelRoutes } from './channel';
import { commandRoutes } from './command';
import { customerRoutes } from './customer';
import { handoverRoutes } from './handover';
import { importRoutes } from './import';
import { inventoryRoutes } from './inventory';
import { instructionRoutes, mediaRoutes } from './instruction';
import { changeoverRoutes, itemRoutes } from './item';
import { figureReportRoutes } from './figure-report';
import { kpiRoutes } from './kpi';
import { labelRoutes } from './label';
import { loopRoutes } from './loop';
import { materialRoutes } from './material';
import { movementRoutes } from './movement';
import { noticeRoutes } from './notice';
import { orderRoutes } from './order';
import { attendanceRoutes, shiftRoutes, workerRoutes } from './people';
import { clockRoutes, lineRoutes, plantRoutes, reasonRoutes, stationRoutes } from './plant';
import { operationRoutes, workOrderRoutes } from './production';
import { reportRoutes } from './report';
import { qualityRoutes } from './quality';
import { reportSubscriptionRoutes } from './report-subscription';
import type { Route } from './route';
import { scheduleRoutes } from './schedule';
import { telemetryRoutes } from './telemetry';
import { traceRoutes } from './trace';

/** Every route of the public API, by noun. Core refuses to boot when one has no handler, or two. */
export const routeRegistry = {
  clock: clockRoutes,
  auth: authRoutes,
  plants: plantRoutes,
  lines: lineRoutes,
  stations: stationRoutes,
  reasons: reasonRoutes,
  items: itemRoutes,
  changeovers: changeoverRoutes,
  media: mediaRoutes,
  instructions: instructionRoutes,
  customers: customerRoutes,
  workers: workerRoutes,
  shifts: shiftRoutes,
  attendance: attendanceRoutes,
  users: userRoutes,
  terminals: terminalRoutes,
  devices: deviceRoutes,
  audit: auditRoutes,
  imports: importRoutes,
  orders: orderRoutes,
  workOrders: workOrderRoutes,
  materials: materialRoutes,
  operations: operationRoutes,
  reports: reportRoutes,
  inventory: inventoryRoutes,
  movements: movementRoutes,
  quality: qualityRoutes,
  trace: traceRoutes,
  commands: commandRoutes,
  telemetry: telemetryRoutes,
  andon: andonRoutes,
  handovers: handoverRoutes,
  labels: labelRoutes,
  schedules: scheduleRoutes,
  notices: noticeRoutes,
  kpis: kpiRoutes,
  figureReports: figureReportRoutes,
  channels: channelRoutes,
  reportSubscriptions: reportSubscriptionRoutes,
  loop: loopRoutes,
} as const;

/** A route with its name in the registry, such as `orders.create`. */
export interface NamedRoute {
  readonly name: string;
  readonly tag: string;
  readonly route: Route;
}

/** Every route with its name. */
export function allRoutes(): readonly NamedRoute[] {
  return Object.entries(routeRegistry).flatMap(([tag, routes]) =>
    Object.entries(routes as Record<string, Route>).map(([key, route]) => ({
      name: `${tag}.${key}`,
      tag,
      route,
    })),
  );
}
