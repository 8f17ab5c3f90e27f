export { Handle, In, ROUTE, Who, type TaktRequest } from './route.decorator';
export { RouteInterceptor } from './route.interceptor';
export { IdempotencyStore } from './idempotency';
export { demandEveryRoute } from './demand-routes';
export { ifMatches, requireMatch } from './revision';
export { cursorPage, type PageRequest } from './cursor-page';
export { filterInstant } from './filter-instant';
export { addEdge } from './edge';
export { Readiness, type HealthProbe } from './readiness';
