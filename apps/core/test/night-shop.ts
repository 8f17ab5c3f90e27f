/**
 * A small shop for tests: three days of random facts around a date, written straight into the tables of one plant. Line `l1` works three
 * shifts around the clock, the night from 22:00 to 06:00; `s1` is counted by its machine, `s2` by its people.
 */
export interface NightShop {
  readonly plant: string;
  readonly zone: string;
  /** UTC midnight around which the facts lie */
  readonly around: string;
  readonly seed: number;
}

/** After the clock of every test: who is still here then is cut off by nobody while the test reads. */
const LATER = '2026-05-01T00:00:00Z';
const MIN = 60_000;
const HOUR = 60 * MIN;
const SHIFTS = (
  [
    ['early', '06:00', '14:00', '10:00', '10:30'],
    ['late', '14:00', '22:00', '18:00', '18:20'],
    ['night', '22:00', '06:00', '03:30', '04:00'],
  ] as const
).map(([crew, start, end, breakStart, breakEnd]) => ({
  ...{ crew, name: crew, start, end, weekdays: [1, 2, 3, 4, 5, 6, 7] },
  breaks: [{ start: breakStart, end: breakEnd }],
}));
const WAYS = JSON.stringify(
  ['s1', 's2'].map((station, i) => ({ station, runSecPerUnit: 20 + i * 2.5, setupSec: 0 })),
);

/** Random numbers of a seed. */
function randomOf(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return Math.floor((state / 4_294_967_296) * below);
  };
}

const quoted = (value: unknown): string =>
  value === null ? 'null' : `'${String(value).replaceAll("'", "''")}'`;
const row = (...values: readonly unknown[]): string => `(${values.map(quoted).join(', ')})`;
const insert = (table: string, columns: string, rows: readonly string[]): string =>
  rows.length === 0 ? '' : `insert into ${table} (${columns}) values ${rows.join(', ')};`;
const id = (plant: string, kind: number, i: number): string =>
  `${[...plant]
    .reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 0xffffffff, 7)
    .toString(16)
    .padStart(8, '0')}-0000-4000-800${kind}-${String(i).padStart(12, '0')}`;

/** The set-up and the facts as one SQL text. */
export function nightShopSql({ plant, zone, around, seed }: NightShop): string {
  const random = randomOf(seed);
  const [from, to] = [Date.parse(around) - 36 * HOUR, Date.parse(around) + 36 * HOUR];
  const iso = (at: number): string => new Date(at).toISOString();
  const pick = <T>(...all: readonly T[]): T => all[random(all.length)] as T;
  const within = (): number => from + random(to - from);
  const orders = [...Array(6).keys()];
  const begun = orders.map(() => within());
  return [
    insert(
      'plant',
      'plant, name, time_zone, currency, language, frozen_sec, tolerance_sec, ack_within_sec, costing, revision',
      [row(plant, plant, zone, 'EUR', 'en', 0, 600, 300, 'standard', 1)],
    ),
    insert('shift_pattern', 'plant, id, name, shifts, revision', [
      row(plant, 'p', 'p', JSON.stringify(SHIFTS), 1),
    ]),
    insert('line', 'plant, id, name, position, shift_pattern, revision', [row(plant, 'l1', 'l1', 1, 'p', 1)]),
    insert(
      'station',
      'plant, id, line, name, position, capabilities, count_source, microstop_sec, silent_sec, cost_per_hour, active, revision',
      ['s1', 's2'].map((one, i) =>
        row(plant, one, 'l1', one, i, '{}', i === 0 ? 'machine' : 'terminal', 60, 60, 0, true, 1),
      ),
    ),
    insert('reason', 'plant, id, kind, name, planned, position, active, revision', [
      row(plant, 'jam', 'stop', 'jam', false, 1, true, 1),
      row(plant, 'tea', 'stop', 'tea', true, 2, true, 1),
    ]),
    insert(
      'item',
      'plant, id, name, kind, unit, replenishment, standard_cost, stock_min, lot_size, lead_time_sec, outside, active, revision',
      (['raw', 'finished'] as const).map((kind) =>
        row(plant, kind, kind, kind, 'pcs', 'buy', 1, 0, 1, 0, false, true, 1),
      ),
    ),
    insert(
      'customer',
      'plant, id, name, weight, min_remaining_life_days, active, revision',
      ['c1', 'c2'].map((one) => row(plant, one, one, 1, 0, true, 1)),
    ),
    insert(
      'worker',
      'plant, id, name, line, language, skills, rate_per_hour, active, revision',
      ['w1', 'w2', 'w3'].map((one) => row(plant, one, one, 'l1', 'en', '[]', 0, true, 1)),
    ),
    insert('shift_exception', 'plant, id, kind, line, station, worker, start_at, end_at, note, revision', [
      row(
        plant,
        id(plant, 1, 1),
        'closed',
        'l1',
        null,
        null,
        iso(from + 20 * HOUR),
        iso(from + 23 * HOUR),
        '',
        1,
      ),
      row(
        plant,
        id(plant, 1, 2),
        'maintenance',
        null,
        's1',
        null,
        iso(to - 9 * HOUR),
        iso(to - 8 * HOUR),
        '',
        1,
      ),
    ]),
    insert(
      'work_order',
      'plant, id, item, qty, kind, status, release_at, due_at, weight, lot, started_at, ended_at, created_at, revision',
      orders.map((i) =>
        row(
          plant,
          `W${i}`,
          'finished',
          100,
          i === 5 ? 'rework' : 'make-to-stock',
          i % 2 ? 'done' : 'running',
          iso(from),
          iso(to),
          1,
          `L${i}`,
          iso(begun[i] as number),
          i % 2 ? iso((begun[i] as number) + random(20 * HOUR)) : null,
          iso(from),
          1,
        ),
      ),
    ),
    insert(
      'operation',
      'plant, id, work_order, no, name, crew, status, qty_target, qty_good, qty_scrap, qty_rework, station, eligible, ways, wait_min_sec, interruptible, limits, instruction, instruction_zh, workers, pinned, revision',
      orders.flatMap((i) =>
        [10, 20].map((no) =>
          row(
            plant,
            `W${i}.${no}`,
            `W${i}`,
            no,
            'o',
            1 + (i % 2),
            'running',
            100,
            0,
            0,
            0,
            's1',
            '{}',
            WAYS,
            0,
            true,
            '[]',
            '',
            '',
            '{}',
            false,
            1,
          ),
        ),
      ),
    ),
    insert(
      'state_interval',
      'plant, station, start_at, end_at, state, reason, operation',
      ['s1', 's2'].flatMap((station) => statesOf(station)),
    ),
    insert(
      'count_minute',
      'plant, station, minute_at, good, scrap',
      [...Array(400).keys()].map((i) => row(plant, 's1', iso(from + i * 10 * MIN), random(9), random(2))),
    ),
    insert(
      'report',
      'plant, id, command_id, operation, work_order, station, type, good, scrap, rework, workers, at, recorded_at, source, recorded_by, flags, note',
      [...Array(60).keys()].map((i) => {
        const at = iso(within());
        const order = random(6);
        return row(
          plant,
          id(plant, 2, i),
          id(plant, 3, i),
          `W${order}.${pick(10, 20)}`,
          `W${order}`,
          pick('s1', 's2'),
          'quantity',
          random(40) / 4,
          random(3),
          random(2),
          pick('{}', '{w1}', '{w2,w1}', '{w1,w2,w3}'),
          at,
          at,
          pick('terminal', 'import', 'back-fill'),
          't',
          '{}',
          '',
        );
      }),
    ),
    insert(
      'operation_run',
      'plant, operation, position, work_order, station, start_at, end_at, workers, setup_sec, work',
      orders.flatMap((i) =>
        [0, 1, 2].map((position) => {
          const at = within();
          return row(
            plant,
            `W${i}.10`,
            position,
            `W${i}`,
            's2',
            iso(at),
            position === 2 && i === 0 ? null : iso(at + random(9 * HOUR)),
            pick('{w1}', '{w1,w2}', '{w3}'),
            0,
            'run',
          );
        }),
      ),
    ),
    insert(
      'attendance',
      'plant, id, worker, line, in_at, out_at, close_at, source',
      ['w1', 'w2', 'w3'].flatMap((worker, w) =>
        [0, 1, 2].map((day) => {
          const at = from + day * 24 * HOUR + random(12 * HOUR);
          const out = at + random(10 * HOUR);
          return row(
            plant,
            id(plant, 4, w * 9 + day),
            worker,
            pick('l1', null),
            iso(at),
            ...(day === 2 && w === 0 ? [null, LATER] : [iso(out), iso(out)]),
            'terminal',
          );
        }),
      ),
    ),
    insert(
      'customer_order',
      'plant, id, customer, channel, channel_revision, received_at, revision',
      orders.map((i) => row(plant, `O${i}`, pick('c1', 'c2'), 'desk', 0, iso(from - random(72 * HOUR)), 1)),
    ),
    insert(
      'order_line',
      'plant, "order", line, item, qty, qty_from_stock, qty_ready, qty_shipped, requested_at, committed_at, latest_committed_at, shipped_at, status, risk, promise_at, begun, note',
      orders.flatMap((i) =>
        [1, 2].map((line) => {
          const at = within();
          return row(
            plant,
            `O${i}`,
            line,
            'finished',
            10,
            0,
            0,
            0,
            iso(at),
            pick(null, iso(at + random(8 * HOUR)), iso(at + 90)),
            iso(at + random(20 * HOUR)),
            line === 1 ? iso(at + random(9 * HOUR)) : null,
            line === 1 ? 'shipped' : pick('open', 'cancelled'),
            'on-time',
            iso(at),
            true,
            '',
          );
        }),
      ),
    ),
    insert(
      'shipment',
      'plant, command_id, "order", line, qty, shipped_at, recorded_at, recorded_by',
      orders.flatMap((i) =>
        [0, 1].map((part) => {
          const at = iso(within());
          return row(plant, id(plant, 5, i * 2 + part), `O${i}`, 1, pick(4, 5, 10), at, at, 't');
        }),
      ),
    ),
    insert(
      'stock_movement',
      'plant, id, kind, item, place, qty, unit, value, occurred_at, recorded_at, source, note',
      [...Array(80).keys()].map((i) => {
        const at = iso(within());
        const [kind, item, place, sign] = pick(
          ['receipt', 'raw', 'raw', 1],
          ['backflush', 'raw', 'raw', -1],
          ['completion', 'finished', 'finished', 1],
          ['shipment', 'finished', 'finished', -1],
          ['wip-in', 'finished', 'wip', 1],
          ['return', 'finished', 'finished', 1],
        );
        return row(
          plant,
          id(plant, 6, i),
          kind,
          item,
          place,
          sign * (1 + random(9)),
          'pcs',
          (sign * random(900)) / 8,
          at,
          at,
          't',
          '',
        );
      }),
    ),
    insert(
      'notice',
      'plant, id, kind, station, line, by, raised_at, due_at, role, escalation, acknowledged_at, withdrawn_at',
      [...Array(12).keys()].map((i) => {
        const at = within();
        return row(
          plant,
          id(plant, 7, i),
          'moved',
          pick('s1', 's2'),
          'l1',
          't',
          iso(at),
          iso(at + 5 * MIN),
          'operator',
          0,
          pick(null, iso(at + random(10 * MIN))),
          i === 3 ? iso(at + MIN) : null,
        );
      }),
    ),
  ].join('\n');

  function statesOf(station: string): string[] {
    const rows: string[] = [];
    for (let at = from; at < to;) {
      const next = at + random(100 * MIN) + 1234;
      const state = pick('running', 'running', 'setup', 'idle', 'stopped', 'fault', 'unknown', 'maintenance');
      const reason = state === 'stopped' ? pick('jam', 'tea', null) : null;
      rows.push(
        row(
          plant,
          station,
          iso(at),
          next >= to ? null : iso(next),
          state,
          reason,
          pick(null, `W${random(6)}.${pick(10, 20)}`),
        ),
      );
      at = next;
    }
    return rows;
  }
}
