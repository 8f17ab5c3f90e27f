export { LoopMetrics, type StepFigures } from './loop-metrics';
export { MetricsModule } from './metrics.module';
