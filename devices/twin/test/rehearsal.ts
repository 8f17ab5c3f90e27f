import type { DeviceChannel, Route } from '@takt/contracts';
import type { Answer, Said } from '../../kit';
import { Draw } from '../draw';
import { Agenda, type Cancel } from '../life/agenda';
import type { Request, Speaker, Stage } from '../life/stage';

/** What was said to the broker. */
export interface Line {
  readonly at: number;
  readonly station: string;
  readonly channel: DeviceChannel;
  readonly said: Record<string, unknown>;
}

/** What was asked of core. */
export interface Question {
  readonly at: number;
  readonly as: Speaker;
  readonly route: Route;
  readonly params: Record<string, unknown>;
  readonly query: Record<string, unknown>;
  readonly body: Record<string, unknown>;
}

/** Answers as core would. */
export type Core = (question: Question) => { status: number; body: unknown };

/** A stage without core: time passes from one event to the next, answers come after a second, or as late as is told. */
export class Rehearsal implements Stage {
  readonly lines: Line[] = [];
  readonly questions: Question[] = [];
  private readonly agenda = new Agenda();
  private time: number;
  private uuids: Draw;

  constructor(
    start: number,
    private readonly core: Core = () => ({ status: 404, body: null }),
    readonly seed = 1,
    readonly zone = 'Asia/Shanghai',
    private readonly answerSec = 1,
  ) {
    this.time = start;
    this.uuids = new Draw(seed, 'uuid');
  }

  now(): number {
    return this.time;
  }

  at(instant: number, what: () => void): Cancel {
    return this.agenda.enter(Math.max(this.time, Math.ceil(instant)), what);
  }

  after(sec: number, what: () => void): Cancel {
    return this.at(this.time + sec * 1000, what);
  }

  draw(name: string): Draw {
    return new Draw(this.seed, name);
  }

  uuid(): string {
    const hex = Array.from({ length: 32 }, () => this.uuids.whole(0, 15).toString(16)).join('');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
  }

  say<C extends DeviceChannel>(station: string, channel: C, said: Said<C>): void {
    this.lines.push({ at: this.time, station, channel, said: said as Record<string, unknown> });
  }

  ask<R extends Route>(
    { as, route, params, query, body }: Request<R>,
    then?: (answer: Answer<never>) => void,
  ): void {
    const question = {
      at: this.time,
      as,
      route,
      params: fields(params),
      query: fields(query),
      body: fields(body),
    };
    this.questions.push(question);
    this.after(this.answerSec, () => {
      const { status, body: reply } = this.core({ ...question, at: this.time });
      then?.(
        status < 400
          ? { ok: true, status, body: reply as never }
          : { ok: false, status, problem: reply as never },
      );
    });
  }

  /** Lets time pass until an instant. */
  until(instant: number): void {
    for (let next = this.agenda.nextAt; next !== null && next <= instant; next = this.agenda.nextAt) {
      this.time = Math.max(this.time, next);
      this.agenda.take()?.what();
    }
    this.time = instant;
  }

  /** What a station said on a channel. */
  said(station: string, channel: DeviceChannel): (Record<string, unknown> & { at: number })[] {
    return this.lines
      .filter((line) => line.station === station && line.channel === channel)
      .map(({ at, said }) => ({ ...said, at }));
  }
}

const fields = (value: unknown): Record<string, unknown> => (value ?? {}) as Record<string, unknown>;
