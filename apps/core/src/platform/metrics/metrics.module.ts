import { Global, Module } from '@nestjs/common';
import { collectDefaultMetrics, Registry } from 'prom-client';
import { LoopMetrics } from './loop-metrics';

/** Measurements for Prometheus and the loop page. */
@Global()
@Module({
  providers: [
    {
      provide: Registry,
      useFactory: () => {
        const registry = new Registry();
        collectDefaultMetrics({ register: registry, prefix: 'takt_' });
        return registry;
      },
    },
    {
      provide: LoopMetrics,
      useFactory: (registry: Registry) => new LoopMetrics(registry),
      inject: [Registry],
    },
  ],
  exports: [Registry, LoopMetrics],
})
export class MetricsModule {}
