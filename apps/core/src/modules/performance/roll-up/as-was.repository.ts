import { Injectable } from '@nestjs/common';
import { cellsIn } from '@takt/calendar';
import type { Tx } from '../../../platform/database';
import { ShiftBookReader } from '../../people';
import { PlantRepository } from '../../plant';
import { PlantAsWas, type History, type LineWas, type StationWas, type Version } from './as-was';

interface Row {
  readonly kind: 'line' | 'station';
  readonly id: string;
  readonly validFrom: Date;
  readonly facts: LineWas | StationWas;
}

/** Something as it is now. */
interface Present {
  readonly kind: Row['kind'];
  readonly id: string;
  readonly facts: LineWas | StationWas;
}

/** From the beginning: figures of history that is brought in later are computed as the plant is now. */
const EVER = new Date(0);

/** So many plants as they were around some time are remembered. */
const KEPT_MAX = 24;

const keyOf = ({ kind, id }: Pick<Row, 'kind' | 'id'>): string => `${kind} ${id}`;

/** The same facts in the same order of fields, whoever wrote them. */
const textOf = (facts: object): string =>
  JSON.stringify(facts, (_, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );

/** How lines and stations were, in PostgreSQL. */
@Injectable()
export class AsWasRepository {
  /** what was read lately, by what it was made of: it knows its days already, and the set-up seldom changes */
  private readonly kept = new Map<string, PlantAsWas>();

  constructor(
    private readonly plants: PlantRepository,
    private readonly books: ShiftBookReader,
  ) {}

  /** Notes what has changed in the set-up since it was looked at last; it counts from the next full hour on. */
  async follow(tx: Tx, now: number): Promise<void> {
    const present = await this.present(tx, now);
    const newest = new Map((await this.rows(tx)).map((row) => [keyOf(row), row]));
    const changed = present.filter(
      (one) => textOf(newest.get(keyOf(one))?.facts ?? {}) !== textOf(one.facts),
    );
    if (changed.length === 0) return;
    const zone = (await this.plants.plant(tx))?.timeZone ?? 'UTC';
    const [hour] = cellsIn({ zone, pattern: null, exceptions: [] }, [now, now + 1]);
    for (const one of changed) {
      const known = newest.has(keyOf(one)) && (await this.hasFigures(tx, one));
      await this.put(tx, one, known ? new Date(hour?.endAt ?? now) : EVER);
    }
  }

  /** The plant as it was around some time; exceptions are read for that time. */
  async read(tx: Tx, span: { readonly from: Date; readonly to: Date }): Promise<PlantAsWas> {
    const [lines, stations] = [
      new Map<string, Version<LineWas>[]>(),
      new Map<string, Version<StationWas>[]>(),
    ];
    for (const { kind, id, validFrom, facts } of await this.rows(tx)) {
      const versions = (kind === 'line' ? lines : stations) as Map<string, Version<LineWas | StationWas>[]>;
      versions.set(id, [...(versions.get(id) ?? []), { validFrom: validFrom.getTime(), facts }]);
    }
    const book = await this.books.read(tx, span);
    const { exceptions } = book.plantCalendar();
    const text = JSON.stringify([tx.plant, book.zone, [...lines], [...stations], exceptions]);
    const known = this.kept.get(text);
    const plant =
      known ?? new PlantAsWas({ zone: book.zone, lines: lines as History<LineWas>, stations, exceptions });
    // The one that was used longest ago goes first: a late fact, which looks at other days, does not push out today.
    this.kept.delete(text);
    this.kept.set(text, plant);
    if (this.kept.size > KEPT_MAX) this.kept.delete(this.kept.keys().next().value as string);
    return plant;
  }

  private async present(tx: Tx, now: number): Promise<Present[]> {
    const book = await this.books.read(tx, { from: new Date(now), to: new Date(now + 1) });
    const stations = await this.plants.allStations(tx);
    return [
      ...book.lines.map(({ id }): Present => {
        const shifts = book.lineCalendar(id).pattern?.shifts ?? null;
        return { kind: 'line', id, facts: { zone: book.zone, shifts } };
      }),
      ...stations.map(({ id, line, countSource }): Present => ({
        kind: 'station',
        id,
        facts: { line, countSource },
      })),
    ];
  }

  private rows(tx: Tx): Promise<Row[]> {
    return tx.query<Row>(
      'select kind, id, valid_from as "validFrom", facts from kpi_as_was where plant = $1 order by kind, id, valid_from',
      [tx.plant],
    );
  }

  private async hasFigures(tx: Tx, { kind, id }: Present): Promise<boolean> {
    const [row] = await tx.query<{ found: boolean }>(
      `select exists (select from kpi_bucket where plant = $1 and kind = 'month' and ${kind} = $2) as found`,
      [tx.plant, id],
    );
    return row?.found ?? false;
  }

  /** What was to count from then on or later counts no more. */
  private async put(tx: Tx, { kind, id, facts }: Present, validFrom: Date): Promise<void> {
    await tx.query('delete from kpi_as_was where plant = $1 and kind = $2 and id = $3 and valid_from >= $4', [
      tx.plant,
      kind,
      id,
      validFrom,
    ]);
    await tx.query(
      'insert into kpi_as_was (plant, kind, id, valid_from, facts) values ($1, $2, $3, $4, $5)',
      [tx.plant, kind, id, validFrom, JSON.stringify(facts)],
    );
  }
}
