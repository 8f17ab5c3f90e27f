import type { DeviceChannel, ErrorCode, ReplyOf, RequestOf, Route } from '@takt/contracts';
import type { Answer, SendOptions, Said } from '../../kit';
import type { Draw } from '../draw';
import type { Cancel } from './agenda';

/** Who speaks to core over HTTP. */
export type Speaker =
  /** the screen of a station, nobody signed in */
  | { readonly kind: 'terminal'; readonly station: string }
  /** a person signed in at the screen of a station */
  | { readonly kind: 'worker'; readonly worker: string; readonly station: string }
  /** a lead signed in at the supervisor's tablet of a line */
  | { readonly kind: 'lead'; readonly worker: string; readonly line: string }
  /** a person at a desk */
  | { readonly kind: 'office'; readonly login: string }
  /** a shop that signs its messages */
  | { readonly kind: 'shop'; readonly channel: string };

/** A request to core and what is done with the answer. */
export interface Request<R extends Route> extends RequestOf<R> {
  readonly as: Speaker;
  readonly route: R;
  readonly ifMatch?: number;
  /** refusals that belong to a day's work, such as a banner that was withdrawn meanwhile: nobody is told of them */
  readonly usual?: readonly ErrorCode[];
}

/**
 * Where the simulated factory plays: time, chance, and the wires to core. Everything that machines and people do goes through it, so
 * that they know neither clock nor network; on the live stage they meet core, in a spec a made-up one.
 */
export interface Stage {
  /** factory time, epoch ms */
  now(): number;
  /** Does something so many seconds from now. */
  after(sec: number, what: () => void): Cancel;
  /** Does something at an instant, epoch ms; at once when it has passed. */
  at(instant: number, what: () => void): Cancel;
  /** A stream of chance with a name. */
  draw(name: string): Draw;
  /** A new UUID. */
  uuid(): string;
  /** The device of a station says something. */
  say<C extends DeviceChannel>(station: string, channel: C, said: Said<C>): void;
  /** Asks core; `then` happens when the answer is there. Refusals are answers. */
  ask<R extends Route>(request: Request<R>, then?: (answer: Answer<ReplyOf<R>>) => void): void;
  /** IANA name of the plant's time zone */
  readonly zone: string;
}

export type { SendOptions };
