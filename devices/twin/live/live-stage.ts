import { randomUUID } from 'node:crypto';
import type { DeviceChannel, ReplyOf, Route } from '@takt/contracts';
import type { Answer, FactoryClock, Said } from '../../kit';
import { Draw } from '../draw';
import { Agenda, type Cancel } from '../life/agenda';
import type { Request, Stage } from '../life/stage';

/** The wires to core. */
export interface Wires {
  ask<R extends Route>(request: Request<R>): Promise<Answer<ReplyOf<R>>>;
  /** @param at when it was said, epoch ms */
  say<C extends DeviceChannel>(station: string, channel: C, said: Said<C>, at: number): void;
}

/** What the live stage is made of. */
export interface LiveStageOptions {
  readonly clock: FactoryClock;
  readonly wires: Wires;
  readonly seed: number;
  /** IANA name */
  readonly zone: string;
  /** a refusal, or a fault of the factory itself */
  readonly tell: (line: string) => void;
}

const LONGEST_WAIT_MS = 1000;
const AT_ONCE = 500;

/**
 * The stage on which the factory meets core: what is on the agenda happens when core's clock comes there, in its order. While core is
 * away its clock stands, and so does the life of the factory: nobody does anything that nobody could record.
 */
export class LiveStage implements Stage {
  readonly zone: string;
  private readonly agenda = new Agenda();
  private moment: number;
  private timer: NodeJS.Timeout | undefined;
  private state: 'standing' | 'going' | 'closed' = 'standing';

  constructor(private readonly options: LiveStageOptions) {
    this.zone = options.zone;
    this.moment = Math.round(options.clock.now());
  }

  /** Lets time pass. */
  go(): void {
    if (this.state !== 'standing') return;
    this.state = 'going';
    this.wait();
  }

  /** Lets time stand. */
  stand(): void {
    if (this.state !== 'going') return;
    this.state = 'standing';
    clearTimeout(this.timer);
  }

  /** Ends it: nothing happens any more. */
  close(): void {
    this.state = 'closed';
    clearTimeout(this.timer);
  }

  now(): number {
    return this.moment;
  }

  at(instant: number, what: () => void): Cancel {
    const cancel = this.agenda.enter(Math.max(this.moment, Math.ceil(instant)), what);
    if (this.state === 'going' && this.agenda.nextAt !== null && instant <= this.agenda.nextAt) this.wait();
    return cancel;
  }

  after(sec: number, what: () => void): Cancel {
    return this.at(this.moment + sec * 1000, what);
  }

  draw(name: string): Draw {
    return new Draw(this.options.seed, name);
  }

  uuid(): string {
    return randomUUID();
  }

  say<C extends DeviceChannel>(station: string, channel: C, said: Said<C>): void {
    this.options.wires.say(station, channel, said, this.moment);
  }

  ask<R extends Route>(request: Request<R>, then?: (answer: Answer<ReplyOf<R>>) => void): void {
    void this.options.wires.ask(request).then((answer) => {
      if (this.state === 'closed') return;
      if (!answer.ok && !isUsual(request, answer)) this.options.tell(refusalLine(request, answer));
      this.catchUp();
      this.moment = Math.max(this.moment, Math.round(this.options.clock.now()));
      this.guarded(() => then?.(answer));
    });
  }

  private wait(): void {
    clearTimeout(this.timer);
    const next = this.agenda.nextAt;
    const wait = next === null ? LONGEST_WAIT_MS : this.options.clock.realMsUntil(next);
    this.timer = setTimeout(() => this.tick(), Math.min(LONGEST_WAIT_MS, wait));
  }

  private tick(): void {
    this.catchUp();
    if (this.state === 'going') this.wait();
  }

  /** What is due happens, each at its own moment. */
  private catchUp(): void {
    if (this.state !== 'going') return;
    const now = this.options.clock.now();
    for (let i = 0; i < AT_ONCE; i++) {
      const { nextAt } = this.agenda;
      if (nextAt === null || nextAt > now) return;
      this.moment = Math.max(this.moment, nextAt);
      const next = this.agenda.take();
      if (next) this.guarded(next.what);
    }
  }

  private guarded(what: () => void): void {
    try {
      what();
    } catch (error) {
      this.options.tell(`fault: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    }
  }
}

type Refused = Extract<Answer<never>, { ok: false }>;

function isUsual({ usual }: { usual?: readonly string[] }, { problem }: Refused): boolean {
  return problem !== null && usual?.includes(problem.code) === true;
}

function refusalLine({ as, route, params }: Request<Route>, { status, problem }: Refused): string {
  const who = Object.values(as).join(' ');
  const about = Object.values((params ?? {}) as object).join(' ');
  return `refused: ${who}: ${route.method} ${route.path} ${about} ${status} ${problem?.code ?? ''} ${problem?.detail ?? ''}`;
}
