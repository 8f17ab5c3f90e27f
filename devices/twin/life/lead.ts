import {
  andonRoutes,
  operationRoutes,
  orderRoutes,
  shiftRoutes,
  telemetryRoutes,
  type AndonCall,
} from '@takt/contracts';
import type { Draw } from '../draw';
import type { Person } from './roster';
import type { ShiftTime } from './shift-time';
import type { Speaker, Stage } from './stage';

/** What a lead has to know of the floor. */
export interface LeadView {
  /** the lead who is here; null: nobody */
  lead(): Person | null;
  isDown(station: string): boolean;
}

const CALLS_EVERY_SEC = 90;
const HOLDS_EVERY_SEC = 600;
const STOPS_EVERY_SEC = 3600;
const SHIP_EVERY_SEC = 3600;
const OLD_STOP_SEC = 1800;
const SHIP_AT_ONCE = 100;
const iso = (at: number): string => new Date(at).toISOString();

/** A lead at the tablet: answers calls, releases holds, explains what others forgot, writes absences down, sends off what is ready. */
export class LeadDesk {
  private readonly draw: Draw;
  private readonly seen = new Set<string>();

  constructor(
    private readonly stage: Stage,
    private readonly view: LeadView,
  ) {
    this.draw = stage.draw('lead');
  }

  /** Begins the rounds. */
  open(): void {
    this.every(CALLS_EVERY_SEC, (as) => this.lookAtCalls(as));
    this.every(HOLDS_EVERY_SEC, (as) => this.releaseHolds(as));
    this.every(STOPS_EVERY_SEC, (as) => this.explainOldStops(as));
    this.every(SHIP_EVERY_SEC, (as) => this.ship(as));
  }

  /** The shift has begun without somebody: the plan should know. */
  missing(person: Person, shift: ShiftTime): void {
    const as = this.speaker();
    if (!as) return;
    this.stage.ask({
      as,
      route: shiftRoutes.addException,
      body: {
        kind: 'absence',
        line: null,
        station: null,
        worker: person.id,
        startAt: iso(shift.startAt),
        endAt: iso(shift.endAt),
        note: '',
      },
    });
  }

  private speaker(): Speaker | null {
    const lead = this.view.lead();
    return lead ? { kind: 'lead', worker: lead.id, line: 'bakery' } : null;
  }

  /** Does something again and again while a lead is here. */
  private every(sec: number, what: (as: Speaker) => void): void {
    const round = (): void => {
      const as = this.speaker();
      if (as) what(as);
      this.stage.after(sec, round);
    };
    this.stage.after(this.draw.between(0.1, 0.9) * sec, round);
  }

  private lookAtCalls(as: Speaker): void {
    const query = { filter: 'status:open|answered', limit: 100 };
    this.stage.ask({ as, route: andonRoutes.list, query }, (answer) => {
      for (const call of answer.ok ? answer.body.items : []) this.deal(call);
    });
  }

  /** Goes there once per step; a machine has to run again before a call for maintenance is over. */
  private deal({ id, status, station, kind }: AndonCall): void {
    const key = `${id} ${status}`;
    if (this.seen.has(key) || (status === 'answered' && kind === 'maintenance' && this.view.isDown(station)))
      return;
    this.seen.add(key);
    const [min, max] = status === 'open' ? [30, 240] : [120, 700];
    this.stage.after(this.draw.between(min, max), () => {
      const as = this.speaker();
      const lead = this.view.lead();
      if (!as || !lead) return void this.seen.delete(key);
      const route = status === 'open' ? andonRoutes.answer : andonRoutes.resolve;
      const body = { commandId: this.stage.uuid(), worker: lead.id, at: iso(this.stage.now()) };
      this.stage.ask({ as, route, params: { call: id }, body });
    });
  }

  private releaseHolds(as: Speaker): void {
    const query = { filter: 'status:held', limit: 50 };
    this.stage.ask({ as, route: operationRoutes.list, query }, (answer) => {
      for (const { id, revision } of answer.ok ? answer.body.items : []) {
        if (this.seen.has(`hold ${id} ${revision}`)) continue;
        this.seen.add(`hold ${id} ${revision}`);
        this.stage.after(this.draw.between(300, 1200), () =>
          this.stage.ask({
            as: this.speaker() ?? as,
            route: operationRoutes.release,
            ifMatch: revision,
            params: { operation: id },
            body: { note: 'Checked / 已检查' },
          }),
        );
      }
    });
  }

  private explainOldStops(as: Speaker): void {
    const query = { filter: 'explained:no', limit: 50 };
    this.stage.ask({ as, route: telemetryRoutes.stops, query }, (answer) => {
      const before = this.stage.now() - OLD_STOP_SEC * 1000;
      for (const { id, endAt, reason } of answer.ok ? answer.body.items : []) {
        if (endAt === null || Date.parse(endAt) > before) continue;
        const body = { commandId: this.stage.uuid(), reason: reason ?? 'no-operator' };
        this.stage.ask({ as, route: telemetryRoutes.explainStop, params: { stop: id }, body });
      }
    });
  }

  /** What is ready leaves with the next van. */
  private ship(as: Speaker): void {
    const query = { filter: 'status:ready', sort: 'urgency', limit: SHIP_AT_ONCE };
    this.stage.ask({ as, route: orderRoutes.list, query }, (answer) => {
      for (const { order, line } of answer.ok ? answer.body.items : []) {
        const body = { commandId: this.stage.uuid(), at: iso(this.stage.now()) };
        this.stage.ask({ as, route: orderRoutes.ship, params: { order, line }, body });
      }
    });
  }
}
