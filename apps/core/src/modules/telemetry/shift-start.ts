import { Injectable } from '@nestjs/common';
import { dayOf, startOfDay } from '@takt/calendar';
import type { Tx } from '../../platform/database';
import { ShiftBookReader, type ShiftBook } from '../people';

const DAY_MS = 86_400_000;
/** A shift book is read again after this time, in real ms. */
const FRESH_MS = 10_000;

interface Known {
  readonly book: ShiftBook;
  readonly readAt: number;
}

/** When the running shift of a line began. */
@Injectable()
export class ShiftStart {
  private readonly books = new Map<string, Known>();

  constructor(private readonly reader: ShiftBookReader) {}

  /**
   * Begin of the shift that is on at each of the lines; between shifts of the one before, without shifts of the day.
   * @param now epoch ms
   */
  async of(tx: Tx, lines: readonly string[], now: number): Promise<Map<string, number>> {
    const book = await this.book(tx, now);
    return new Map(lines.map((line) => [line, beginOf(book, line, now)]));
  }

  private async book(tx: Tx, now: number): Promise<ShiftBook> {
    const known = this.books.get(tx.plant);
    if (known && performance.now() - known.readAt < FRESH_MS) return known.book;
    const book = await this.reader.read(tx, { from: new Date(now - DAY_MS), to: new Date(now + DAY_MS) });
    this.books.set(tx.plant, { book, readAt: performance.now() });
    return book;
  }
}

function beginOf(book: ShiftBook, line: string, now: number): number {
  const begun = book.shifts(line, [now - DAY_MS, now + 1]).filter(({ startAt }) => startAt <= now);
  return begun.at(-1)?.startAt ?? startOfDay(dayOf(now, book.zone), book.zone);
}
