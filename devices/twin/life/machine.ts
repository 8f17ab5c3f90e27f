import type { MachineState } from '@takt/contracts';
import { PieceCounter, type DeviceProfile, type FaultMode } from '../../kit';
import type { Draw } from '../draw';
import type { Cancel } from './agenda';
import { Batch, type BatchOrder, type Made } from './batch';
import { Gauge } from './gauge';
import type { Stage } from './stage';

/** What a machine tells the people around it. */
export interface MachineListener {
  /** the batch has run to its end; the machine waits */
  finished(batch: Batch): void;
  failed(fault: FaultMode): void;
  repaired(fault: FaultMode, downSince: number): void;
}

const NOTHING: Made = { good: 0, scrap: 0 };
const EPSILON_SEC = 0.001;
/** an idle machine measures so many times more seldom */
const IDLE_MEASURES = 3;
/** most repairs are a little shorter than the mean, some much longer */
const REPAIR_MEDIAN = 0.86;
const REPAIR_SIGMA = 0.55;

interface Countdown {
  readonly fault: FaultMode | null;
  /** of running until it happens */
  restSec: number;
}

/** A machine or bench: makes the pieces of a batch, counts, measures, stops, fails and runs again; and says so. */
export class Machine {
  private readonly draw: Draw;
  private readonly gauges: readonly Gauge[];
  private readonly counter = new PieceCounter();
  private readonly countdowns: Countdown[];
  private current: Batch | null = null;
  private told: Made = NOTHING;
  private phase: 'idle' | 'setup' | 'run' | 'hiccup' | 'fault' = 'idle';
  private fault: FaultMode | null = null;
  private held: string | null = null;
  private runningSince: number | null = null;
  private wake: Cancel = () => undefined;
  private shown = '';

  constructor(
    readonly station: string,
    readonly profile: DeviceProfile,
    private readonly stage: Stage,
    private readonly listener: MachineListener,
  ) {
    this.draw = stage.draw(`machine ${station}`);
    this.gauges = profile.measures.map((measure) => new Gauge(measure, this.draw));
    const { perHour } = profile.hiccups;
    this.countdowns = [
      ...profile.faults.map((fault) => ({ fault, restSec: this.draw.exponential(fault.mtbfHours * 3600) })),
      { fault: null, restSec: this.draw.exponential(3600 / perHour) },
    ];
  }

  /** Switches it on. */
  powerOn(): void {
    this.show();
    this.stage.after(this.draw.between(1, this.profile.measureEverySec), () => this.measure());
  }

  /** The batch it works on; null: none. */
  get batch(): Batch | null {
    this.settle();
    return this.current;
  }

  /** Is it down? */
  get isDown(): boolean {
    return this.fault !== null;
  }

  /** Begins a batch after its set-up. A machine that is down begins when it runs again. */
  begin(order: BatchOrder, setupSec: number): void {
    this.wake();
    this.current = new Batch(order, this.profile, this.draw);
    this.told = NOTHING;
    if (this.fault) return;
    this.phase = 'setup';
    this.show();
    this.wake = this.stage.after(setupSec, () => this.run());
  }

  /** Nobody is there (`break`, `no-operator`), or somebody is again (null). */
  hold(reason: string | null): void {
    this.settle();
    this.held = reason;
    if (this.phase === 'run') this.run();
  }

  /** Goes on with its batch, which has become larger. */
  goOn(): void {
    if (this.current && this.phase === 'idle' && !this.fault) this.run();
  }

  /** Takes the batch off: it is done, or goes on later. */
  end(): void {
    this.settle();
    this.tellCount();
    this.wake();
    this.current = null;
    this.runningSince = null;
    if (this.fault) return;
    this.phase = 'idle';
    this.show();
  }

  private run(): void {
    this.wake();
    this.settle();
    this.phase = 'run';
    this.runningSince = this.held === null && this.current ? this.stage.now() : null;
    this.show();
    if (this.runningSince !== null) this.wake = this.stage.after(this.nextSec(), () => this.step());
  }

  /** Until something happens: the batch is done, something stops it, or the counters are told. */
  private nextSec(): number {
    const rest = this.countdowns.map(({ restSec }) => restSec);
    return Math.max(0, Math.min(this.current?.restSec ?? 0, this.profile.countEverySec, ...rest));
  }

  private step(): void {
    this.settle();
    this.tellCount();
    const batch = this.current;
    if (batch && batch.restSec <= EPSILON_SEC) return this.finish(batch);
    const due = this.countdowns.find(({ restSec }) => restSec <= EPSILON_SEC);
    if (!due) return this.run();
    if (due.fault) return this.fail(due.fault, due);
    due.restSec = this.draw.exponential(3600 / this.profile.hiccups.perHour);
    this.runningSince = null;
    this.phase = 'hiccup';
    this.show();
    this.wake = this.stage.after(this.draw.between(...this.profile.hiccups.sec), () => this.run());
  }

  private finish(batch: Batch): void {
    this.runningSince = null;
    this.phase = 'idle';
    this.show();
    this.listener.finished(batch);
  }

  private fail(fault: FaultMode, countdown: Countdown): void {
    countdown.restSec = this.draw.exponential(fault.mtbfHours * 3600);
    this.runningSince = null;
    this.fault = fault;
    this.phase = 'fault';
    this.show();
    const { code, severity, text } = fault;
    this.stage.say(this.station, 'alarm', { code, severity, active: true, text });
    const repairSec = this.draw.lognormal(fault.mttrMin * 60 * REPAIR_MEDIAN, REPAIR_SIGMA);
    const since = this.stage.now();
    this.stage.after(repairSec, () => this.repair(fault, since));
    this.listener.failed(fault);
  }

  private repair(fault: FaultMode, since: number): void {
    const { code, severity } = fault;
    this.fault = null;
    this.stage.say(this.station, 'alarm', { code, severity, active: false });
    this.phase = 'idle';
    if (this.current) this.run();
    else this.show();
    this.listener.repaired(fault, since);
  }

  /** Brings the batch and the countdowns up to now. */
  private settle(): void {
    if (this.runningSince === null) return;
    const now = this.stage.now();
    const sec = (now - this.runningSince) / 1000;
    this.runningSince = now;
    this.current?.run(sec);
    for (const countdown of this.countdowns) countdown.restSec -= sec;
  }

  private tellCount(): void {
    const { good, scrap } = this.current?.made ?? this.told;
    if (good === this.told.good && scrap === this.told.scrap) return;
    this.stage.say(
      this.station,
      'count',
      this.counter.add(good - this.told.good, Math.max(0, scrap - this.told.scrap)),
    );
    this.told = { good, scrap };
  }

  private measure(): void {
    const running = this.phase === 'run' && this.held === null;
    const drift = this.fault?.drift;
    const values = Object.fromEntries(
      this.gauges.map((gauge) => {
        const { name } = gauge.profile;
        return [name, gauge.read(running, drift?.measure === name ? drift.to : null)];
      }),
    );
    this.stage.say(this.station, 'measure', { values });
    const pause = this.profile.measureEverySec * (running || this.fault ? 1 : IDLE_MEASURES);
    this.stage.after(pause, () => this.measure());
  }

  private get look(): { state: MachineState; reason?: string } {
    if (this.fault) return { state: 'fault', reason: this.fault.reason };
    if (this.phase === 'setup') return { state: 'setup' };
    if (this.phase === 'hiccup') return { state: 'stopped' };
    if (this.phase === 'run' && this.held === null) return { state: 'running' };
    return { state: 'idle', ...(this.held === null ? {} : { reason: this.held }) };
  }

  private show(): void {
    const { look } = this;
    const text = JSON.stringify(look);
    if (text === this.shown) return;
    this.shown = text;
    this.stage.say(this.station, 'state', look);
  }
}
