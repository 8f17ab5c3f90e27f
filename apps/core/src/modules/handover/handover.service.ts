import { isDeepStrictEqual } from 'node:util';
import { Inject, Injectable } from '@nestjs/common';
import type { Shift } from '@takt/calendar';
import {
  isRefusal,
  refuse,
  type Handover,
  type HandoverSheet,
  type InputOf,
  type Refusal,
  type ReplyOf,
  type handoverRoutes,
} from '@takt/contracts';
import { handoverNo } from '@takt/production';
import { AndonCallRepository } from '../andon';
import { Clock } from '../../platform/clock';
import type { Caller } from '../../platform/context';
import { Database, type Tx } from '../../platform/database';
import { ShiftBookReader } from '../people';
import { HandoverRepository } from './handover.repository';
import { ShiftFactsRepository } from './shift-facts.repository';

const DAY_MS = 86_400_000;
const FIGURES = ['stations', 'items'] as const;

/** Hands shifts over: what was made against what was booked, what is open, closed for good. */
@Injectable()
export class HandoverService {
  constructor(
    private readonly database: Database,
    private readonly books: ShiftBookReader,
    private readonly facts: ShiftFactsRepository,
    private readonly calls: AndonCallRepository,
    private readonly handovers: HandoverRepository,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** How the shift of a line stands. @returns `thing.unknown` · `handover.no-shift` */
  preview(
    plant: string,
    { params: { line }, query }: InputOf<typeof handoverRoutes.preview>,
  ): Promise<ReplyOf<typeof handoverRoutes.preview> | Refusal> {
    const at = query.at === undefined ? this.clock.now() : Date.parse(query.at);
    return this.database.read(plant, async (tx) => {
      const shifts = await this.shifts(tx, line, at);
      if (isRefusal(shifts)) return shifts;
      // Between two shifts the one that has ended is the one to hand over.
      const shift = shifts.filter(({ startAt }) => startAt <= at).at(-1);
      if (!shift) return refuse('handover.no-shift', { line, at: new Date(at).toISOString() });
      const sheet = await this.sheet(tx, line, shift);
      const key = { line, day: shift.day, crew: shift.crew };
      const all = await this.handovers.all(tx, key);
      const closed = all.at(-1) ?? null;
      const earlier = all.slice(0, -1).map(({ sheet: _kept, ...rest }) => rest);
      const changedSince =
        closed !== null && FIGURES.some((of) => !isDeepStrictEqual(closed.sheet[of], sheet[of]));
      return { sheet, closed, earlier, changedSince };
    });
  }

  /** Closes a shift for good, once, or adds to that what came later. @returns `thing.unknown` · `handover.no-shift` · `thing.exists` */
  close(
    caller: Caller,
    { params: { line }, body }: InputOf<typeof handoverRoutes.close>,
  ): Promise<Handover | Refusal> {
    const { commandId: id, day, crew, note } = body;
    return this.database.write(caller.plant, async (tx) => {
      const shifts = await this.shifts(tx, line, Date.parse(`${day}T12:00:00Z`));
      if (isRefusal(shifts)) return shifts;
      const now = this.clock.now();
      const shift = shifts.find((one) => one.day === day && one.crew === crew && one.startAt <= now);
      if (!shift) return refuse('handover.no-shift', { line, at: `${day} ${crew}` });
      const key = { line, day, crew };
      const handing = { id, supplements: body.supplements };
      const no = handoverNo(await this.handovers.all(tx, key), handing);
      if (typeof no !== 'number') return no;
      const handover: Handover = {
        ...{ id, no, note, closedBy: caller.id, worker: body.worker ?? caller.worker },
        sheet: await this.sheet(tx, line, shift),
        closedAt: this.clock.iso(),
      };
      if (await this.handovers.add(tx, key, handover)) return handover;
      // Somebody was faster: what they have kept decides.
      const decided = handoverNo(await this.handovers.all(tx, key), handing);
      return typeof decided === 'number' ? refuse('thing.exists', { kind: 'handover', id }) : decided;
    });
  }

  /** The shifts of a line that begin within a day and a half of an instant, by start. */
  private async shifts(tx: Tx, line: string, at: number): Promise<readonly Shift[] | Refusal> {
    const span = { from: new Date(at - 1.5 * DAY_MS), to: new Date(at + 1.5 * DAY_MS) };
    const book = await this.books.read(tx, span);
    if (!book.lines.some(({ id }) => id === line)) return refuse('thing.unknown', { kind: 'line', id: line });
    return [...book.shifts(line, [span.from.getTime(), span.to.getTime()])].sort(
      (a, b) => a.startAt - b.startAt,
    );
  }

  private async sheet(tx: Tx, line: string, shift: Shift): Promise<HandoverSheet> {
    const window = { line, from: new Date(shift.startAt), to: new Date(shift.endAt) };
    const { day, crew, name, nameZh } = shift;
    return {
      ...{ line, day, crew, name },
      ...(nameZh === undefined ? {} : { nameZh }),
      startAt: window.from.toISOString(),
      endAt: window.to.toISOString(),
      stations: await this.facts.stations(tx, window),
      items: await this.facts.items(tx, window),
      openOperations: await this.facts.openOperations(tx, line),
      openCalls: await this.calls.openOf(tx, line),
      unexplainedStops: await this.facts.unexplainedStops(tx, window),
      present: await this.facts.present(tx, window),
    };
  }
}
