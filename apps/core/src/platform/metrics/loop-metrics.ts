import { Injectable } from '@nestjs/common';
import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import type { LoopStep } from '@takt/contracts';

const KEEP_MS = 15 * 60_000;
const KEEP_COUNT = 5000;

interface Sample {
  readonly at: number;
  readonly ms: number;
}

/** Latency of one step over the last 15 minutes. */
export interface StepFigures {
  readonly count: number;
  readonly p50Ms: number | null;
  readonly p99Ms: number | null;
}

/** Measures the steps of the loop in real time, for the loop page and for Prometheus. */
@Injectable()
export class LoopMetrics {
  private readonly samples = new Map<LoopStep, Sample[]>();
  private readonly histogram: Histogram;
  /** messages by outcome: stored, duplicate, quarantined */
  readonly messages: Counter<'outcome'>;
  /** state of the database for readiness: 1 good, 0 away */
  readonly databaseUp: Gauge;

  constructor(readonly registry: Registry) {
    const registers = [registry];
    this.histogram = new Histogram({
      name: 'takt_loop_step_seconds',
      help: 'latency of each step of the loop',
      labelNames: ['step'],
      buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 60],
      registers,
    });
    this.messages = new Counter({
      name: 'takt_device_messages_total',
      help: 'device messages by outcome',
      labelNames: ['outcome'],
      registers,
    });
    this.databaseUp = new Gauge({ name: 'takt_database_up', help: '1 when PostgreSQL answers', registers });
  }

  /** Records that a step took so many real milliseconds. */
  observe(step: LoopStep, ms: number): void {
    const list = this.samples.get(step) ?? [];
    list.push({ at: performance.now(), ms: Math.max(0, ms) });
    if (list.length > KEEP_COUNT) list.splice(0, list.length - KEEP_COUNT);
    this.samples.set(step, list);
    this.histogram.observe({ step }, Math.max(0, ms) / 1000);
  }

  /** Count, median and 99th percentile of a step. */
  figures(step: LoopStep): StepFigures {
    const since = performance.now() - KEEP_MS;
    const sorted = (this.samples.get(step) ?? [])
      .filter((sample) => sample.at >= since)
      .map((sample) => sample.ms)
      .sort((a, b) => a - b);
    const at = (share: number): number | null =>
      sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? null;
    return { count: sorted.length, p50Ms: at(0.5), p99Ms: at(0.99) };
  }
}
