import { telemetryRoutes, type AndonKind } from '@takt/contracts';
import type { FurnishedStation } from '../factory';
import type { Draw } from '../draw';
import type { Person } from './roster';
import type { Stage } from './stage';

/** What the floor knows that troubles need. */
export interface Surroundings {
  helperFor(station: string): Person | null;
  isDown(station: string): boolean;
}

const FORGOTTEN = 0.12;
const CALL_EVERY_HOURS = 7;
const OTHER_KINDS: readonly (readonly [AndonKind, number])[] = [
  ['material', 5],
  ['quality', 3],
  ['supervisor', 2],
];

/** What people do when a machine stops: call for help when it lasts, give the reason when it runs again; sometimes they forget. */
export class Troubles {
  private readonly draw: Draw;

  constructor(
    private readonly stage: Stage,
    private readonly around: Surroundings,
  ) {
    this.draw = stage.draw('troubles');
  }

  /** A machine has failed: whoever is there tries, and calls when it stays down. */
  failed(station: FurnishedStation, person: Person | null): void {
    this.stage.after(this.draw.between(90, 240), () => {
      const who = person?.present ? person : this.around.helperFor(station.id);
      if (who && this.around.isDown(station.id)) this.call(station.id, who, 'maintenance');
    });
  }

  /** It runs again: the stop gets its reason. */
  repaired(station: FurnishedStation, reason: string): void {
    if (this.draw.chance(FORGOTTEN)) return;
    this.stage.after(this.draw.between(40, 300), () => this.explain(station.id, reason));
  }

  /** Now and then somebody who works needs something else. */
  worries(person: Person): void {
    this.stage.after(this.draw.exponential(CALL_EVERY_HOURS * 3600), () => {
      const station = person.busyAt;
      if (person.present && !person.onBreak && station !== null)
        this.call(station, person, this.draw.pick(OTHER_KINDS));
      this.worries(person);
    });
  }

  private call(station: string, person: Person, kind: AndonKind): void {
    this.stage.say(station, 'andon', { kind, action: 'call', callId: this.stage.uuid(), worker: person.id });
  }

  private explain(station: string, reason: string): void {
    const person = this.around.helperFor(station);
    if (!person) return;
    const as = { kind: 'worker', worker: person.id, station } as const;
    const query = { filter: `station:${station},explained:no`, limit: 5 };
    this.stage.ask({ as, route: telemetryRoutes.stops, query }, (answer) => {
      for (const stop of answer.ok ? answer.body.items : []) {
        if (stop.endAt === null) continue;
        this.stage.ask({
          as,
          route: telemetryRoutes.explainStop,
          params: { stop: stop.id },
          body: { commandId: this.stage.uuid(), reason: stop.reason ?? reason, worker: person.id },
        });
      }
    });
  }
}
