import { copyRow } from './copy';
import { YearOrders } from './kpi-orders';
import { iso, lineOf, randomOf, SHOP, stationOf, uuidOf, YEAR, type YearSize } from './kpi-plant';

/** A table with the rows that go into it. */
export interface YearTable {
  readonly table: string;
  readonly columns: string;
  readonly rows: () => Iterable<string>;
}

const MIN = 60_000;
const HOUR = 60 * MIN;
const DAY = 24 * HOUR;
const STATE_SHARE = 0.05;
const LINES_PER_WORK_ORDER = 10;
const PAIRS = SHOP.stations / 2;
const STATES = [
  'running',
  'running',
  'running',
  'running',
  'running',
  'running',
  'running',
  'idle',
  'stopped',
  'setup',
  'fault',
  'unknown',
] as const;

/** The rows of a year, each table on its own: the same size and seed give the same rows. */
export class Year {
  private readonly perPair: number;
  private readonly span: number;
  private readonly orders: YearOrders;

  constructor(private readonly size: YearSize) {
    this.perPair = Math.max(10, Math.round(size.orderLines / LINES_PER_WORK_ORDER / PAIRS));
    this.span = (YEAR.to - YEAR.from) / (this.perPair + 1);
    this.orders = new YearOrders(size);
  }

  /** Every table, in an order in which what is referred to comes first. */
  tables(): YearTable[] {
    return [
      {
        table: 'work_order',
        columns:
          'plant, id, item, qty, kind, status, release_at, due_at, weight, lot, started_at, ended_at, created_at, revision',
        rows: () => this.workOrders(),
      },
      {
        table: 'operation',
        columns:
          'plant, id, work_order, no, name, crew, status, qty_target, qty_good, qty_scrap, qty_rework, station, eligible, ways, wait_min_sec, interruptible, limits, instruction, instruction_zh, workers, pinned, revision',
        rows: () => this.operations(),
      },
      {
        table: 'operation_run',
        columns:
          'plant, operation, position, work_order, station, start_at, end_at, workers, setup_sec, work',
        rows: () => this.runs(),
      },
      {
        table: 'report',
        columns:
          'plant, id, command_id, operation, work_order, station, type, good, scrap, rework, workers, at, recorded_at, source, recorded_by, flags, note',
        rows: () => this.reports(),
      },
      {
        table: 'attendance',
        columns: 'plant, id, worker, line, in_at, out_at, close_at, source',
        rows: () => this.attendance(),
      },
      {
        table: 'state_interval',
        columns: 'plant, station, start_at, end_at, state, reason, operation',
        rows: () => this.states(),
      },
      { table: 'count_minute', columns: 'plant, station, minute_at, good, scrap', rows: () => this.counts() },
      {
        table: 'device_message',
        columns: 'plant, line, station, boot, seq, clock_at, at, received_at, channel, payload, batch',
        rows: () => this.messages(),
      },
      {
        table: 'customer_order',
        columns: 'plant, id, customer, channel, channel_revision, received_at, revision',
        rows: () => this.orders.rows('order'),
      },
      {
        table: 'order_line',
        columns:
          'plant, "order", line, item, qty, qty_from_stock, qty_ready, qty_shipped, requested_at, committed_at, latest_committed_at, shipped_at, status, risk, promise_at, begun, note',
        rows: () => this.orders.rows('line'),
      },
      {
        table: 'shipment',
        columns: 'plant, command_id, "order", line, qty, shipped_at, recorded_at, recorded_by',
        rows: () => this.orders.rows('shipment'),
      },
      {
        table: 'stock_movement',
        columns:
          'plant, id, kind, item, lot, place, qty, unit, value, occurred_at, recorded_at, work_order, "order", order_line, source, note',
        rows: () => this.orders.rows('movement'),
      },
    ];
  }

  /** What a station works on at an instant. */
  private operationAt(station: number, at: number): string {
    const slot = Math.floor((at - YEAR.from) / this.span) - (station % 2);
    const k = Math.min(this.perPair - 1, Math.max(0, slot));
    return `W${Math.floor(station / 2) * this.perPair + k}.${station % 2 === 0 ? 10 : 20}`;
  }

  private *each(): Iterable<{ readonly w: number; readonly pair: number; readonly startAt: number }> {
    for (let pair = 0; pair < PAIRS; pair++)
      for (let k = 0; k < this.perPair; k++)
        yield { w: pair * this.perPair + k, pair, startAt: YEAR.from + k * this.span };
  }

  private *workOrders(): Iterable<string> {
    for (const { w, startAt } of this.each()) {
      const endAt = Math.min(YEAR.to - MIN, startAt + this.span * 1.8);
      yield copyRow(
        'main',
        `W${w}`,
        `f-${w % SHOP.finished}`,
        100,
        'make-to-stock',
        'done',
        iso(startAt),
        iso(endAt),
        1,
        `L${w}`,
        iso(startAt),
        iso(endAt),
        iso(startAt),
        1,
      );
    }
  }

  private *steps() {
    for (const { w, pair, startAt } of this.each())
      for (const step of [0, 1])
        yield { w, no: (step + 1) * 10, station: pair * 2 + step, at: startAt + step * this.span * 0.9 };
  }

  private *operations(): Iterable<string> {
    for (const { w, no, station } of this.steps()) {
      const ways = JSON.stringify([
        { station: stationOf(station), runSecPerUnit: 18 + (w % 5), setupSec: 300 },
      ]);
      yield copyRow(
        'main',
        `W${w}.${no}`,
        `W${w}`,
        no,
        'step',
        1,
        'done',
        100,
        98,
        2,
        0,
        stationOf(station),
        '{}',
        ways,
        0,
        true,
        '[]',
        '',
        '',
        '{}',
        false,
        1,
      );
    }
  }

  private *runs(): Iterable<string> {
    for (const { w, no, station, at } of this.steps())
      yield copyRow(
        'main',
        `W${w}.${no}`,
        0,
        `W${w}`,
        stationOf(station),
        iso(at),
        iso(at + this.span * 0.8),
        `{w-${w % SHOP.workers}}`,
        0,
        'run',
      );
  }

  private *reports(): Iterable<string> {
    let i = 0;
    for (const { w, no, station, at } of this.steps())
      for (const part of [0.4, 0.8]) {
        const when = iso(at + this.span * part);
        yield copyRow(
          'main',
          uuidOf(2, i),
          uuidOf(3, i++),
          `W${w}.${no}`,
          `W${w}`,
          stationOf(station),
          'quantity',
          49,
          i % 3 === 0 ? 1 : 0,
          0,
          `{w-${w % SHOP.workers}}`,
          when,
          when,
          'terminal',
          'bench',
          '{}',
          '',
        );
      }
  }

  private *attendance(): Iterable<string> {
    for (let at = YEAR.from, day = 0; at < YEAR.to; at += DAY, day++)
      for (let w = 0; w < SHOP.workers; w++) {
        if ((w + day) % 7 === 0) continue;
        const inAt = at + (w % 2 === 0 ? 6 : 14) * HOUR - (w % 9) * MIN;
        yield copyRow(
          'main',
          uuidOf(4, day * SHOP.workers + w),
          `w-${w}`,
          `l-${w % SHOP.lines}`,
          iso(inAt),
          iso(inAt + 8 * HOUR),
          iso(inAt + 8 * HOUR),
          'terminal',
        );
      }
  }

  private *spans(station: number) {
    const random = randomOf(this.size.seed * 1000 + station);
    const mean = (YEAR.to - YEAR.from) / ((this.size.events * STATE_SHARE) / SHOP.stations);
    for (let at: number = YEAR.from; at < YEAR.to;) {
      const endAt = Math.min(YEAR.to, at + Math.ceil(mean * (0.2 + 1.6 * random())));
      const state = STATES[Math.floor(random() * STATES.length)] ?? 'running';
      const reason = state === 'stopped' ? (random() < 0.3 ? 'tea' : 'jam') : null;
      yield { at, endAt, state, reason };
      at = endAt;
    }
  }

  private *states(): Iterable<string> {
    for (let s = 0; s < SHOP.stations; s++)
      for (const { at, endAt, state, reason } of this.spans(s))
        yield copyRow('main', stationOf(s), iso(at), iso(endAt), state, reason, this.operationAt(s, at));
  }

  private *pieces(station: number) {
    const random = randomOf(this.size.seed * 2000 + station);
    const count = Math.floor((this.size.events * (1 - STATE_SHARE)) / SHOP.stations);
    const step = (YEAR.to - YEAR.from) / count;
    for (let i = 0; i < count; i++)
      yield {
        at: Math.floor(YEAR.from + i * step),
        good: 1 + Math.floor(random() * 4),
        scrap: random() < 0.02 ? 1 : 0,
      };
  }

  private *counts(): Iterable<string> {
    for (let s = 0; s < SHOP.stations; s++) {
      let minute = { at: -1, good: 0, scrap: 0 };
      const told = (): string => copyRow('main', stationOf(s), iso(minute.at), minute.good, minute.scrap);
      for (const { at, good, scrap } of this.pieces(s)) {
        const begin = at - (at % MIN);
        if (begin !== minute.at) {
          if (minute.at >= 0) yield told();
          minute = { at: begin, good: 0, scrap: 0 };
        }
        minute = { at: begin, good: minute.good + good, scrap: minute.scrap + scrap };
      }
      yield told();
    }
  }

  private *messages(): Iterable<string> {
    for (let s = 0; s < SHOP.stations; s++) {
      const row = (seq: number, at: number, channel: string, values: object): string => {
        const payload = JSON.stringify({ boot: 'b1', seq, at: iso(at), ...values });
        return copyRow(
          'main',
          lineOf(s),
          stationOf(s),
          'b1',
          seq,
          iso(at),
          iso(at),
          iso(at + 40),
          channel,
          payload,
          1,
        );
      };
      let [seq, made, lost] = [0, 0, 0];
      for (const { at, good, scrap } of this.pieces(s)) {
        [made, lost] = [made + good, lost + scrap];
        yield row(seq++, at, 'count', { good: made, scrap: lost });
      }
      for (const { at, state, reason } of this.spans(s)) yield row(seq++, at, 'state', { state, reason });
    }
  }
}
