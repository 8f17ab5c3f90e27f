import { noticeRoutes, type Notice } from '@takt/contracts';
import type { Draw } from '../draw';
import type { Person } from './roster';
import type { Speaker, Stage } from './stage';

/** Who could acknowledge something. */
export interface Readers {
  /** who works at a station or could look at its screen; null: nobody */
  at(station: string): Person | null;
  lead(): Person | null;
}

const LOOK_EVERY_SEC = 60;
const OPEN_AT_ONCE = 200;
const SLOW = 0.08;
const PLANNER: Speaker = { kind: 'office', login: 'planner' };

/** The banners on the screens: people read and acknowledge them after a while, some late, some only once they were passed on. */
export class NoticeDesk {
  private readonly draw: Draw;
  private readonly waiting = new Set<string>();

  constructor(
    private readonly stage: Stage,
    private readonly readers: Readers,
  ) {
    this.draw = stage.draw('notices');
  }

  /** Begins to watch the screens. */
  open(): void {
    this.stage.after(this.draw.between(5, LOOK_EVERY_SEC), () => this.look());
  }

  private look(): void {
    this.stage.after(LOOK_EVERY_SEC, () => this.look());
    const query = { filter: 'open:yes', limit: OPEN_AT_ONCE };
    this.stage.ask({ as: PLANNER, route: noticeRoutes.list, query }, (answer) => {
      for (const notice of answer.ok ? answer.body.items : []) this.notice(notice);
    });
  }

  private notice(notice: Notice): void {
    const key = `${notice.id} ${notice.escalation}`;
    const reader = this.readerOf(notice);
    if (this.waiting.has(key) || !reader) return;
    this.waiting.add(key);
    const delay = this.draw.chance(SLOW) ? this.draw.between(900, 2400) : this.draw.lognormal(70, 0.8);
    this.stage.after(delay, () => {
      this.waiting.delete(key);
      this.acknowledge(notice, this.readerOf(notice) ?? reader);
    });
  }

  private readerOf({ station, line, role }: Notice): Speaker | null {
    if (role === 'planner' || role === 'manager' || role === 'admin') return PLANNER;
    const person = role === 'operator' && station !== null ? this.readers.at(station) : null;
    if (person && station !== null) return { kind: 'worker', worker: person.id, station };
    const lead = this.readers.lead();
    return lead ? { kind: 'lead', worker: lead.id, line: line ?? 'bakery' } : null;
  }

  private acknowledge({ id }: Notice, as: Speaker): void {
    const worker = 'worker' in as ? { worker: as.worker } : {};
    this.stage.ask({
      as,
      route: noticeRoutes.acknowledge,
      params: { notice: id },
      body: { commandId: this.stage.uuid(), at: new Date(this.stage.now()).toISOString(), ...worker },
      usual: ['notice.closed'],
    });
  }
}
