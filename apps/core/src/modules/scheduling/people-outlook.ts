import { Injectable } from '@nestjs/common';
import { addDays, startOfDay, type Interval } from '@takt/calendar';
import type { Worker } from '@takt/contracts';
import type { PlanningPerson } from '@takt/planning';
import type { Tx } from '../../platform/database';
import { AttendedTime, ShiftBookReader, type ShiftBook } from '../people';

/** Shifts and people as planning reads them. */
@Injectable()
export class PeopleOutlook {
  constructor(
    private readonly books: ShiftBookReader,
    private readonly attended: AttendedTime,
  ) {}

  /** The shift book of a window. */
  book(tx: Tx, [from, to]: Interval): Promise<ShiftBook> {
    return this.books.read(tx, { from: new Date(from), to: new Date(to) });
  }

  /** Workers with their skills, roster, and whether they are missing now. */
  async persons(tx: Tx, book: ShiftBook, window: Interval): Promise<PlanningPerson[]> {
    const missing = new Map((await this.attended.missing(tx)).map(({ worker, until }) => [worker, until]));
    return book.workers
      .filter(({ active }) => active)
      .map((worker: Worker) => ({
        id: worker.id,
        line: worker.line,
        skills: worker.skills.map(({ skill, expiresOn }) => ({
          skill,
          until: expiresOn === null ? Infinity : startOfDay(addDays(expiresOn, 1), book.zone),
        })),
        available: book.availability(worker, window),
        missingUntil: missing.get(worker.id) ?? null,
      }));
  }
}
