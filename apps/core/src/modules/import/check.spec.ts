import { checkImport, type CheckResult } from './check';
import type { Cell, RawSheet } from './file/raw-sheet';
import { THING_KINDS, type Known } from './world';

const nothing = {
  timeZone: 'Asia/Shanghai',
  booked: ['A'],
  ...Object.fromEntries(THING_KINDS.map((kind) => [kind, []])),
} as unknown as Known;

/** A sheet from a drawing: a row each line, cells between bars. */
const sheet = (name: string, drawing: string): RawSheet => ({
  name,
  faults: [],
  rows: drawing
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell): Cell => (cell.trim() === '' ? null : cell.trim()))),
});
/** What the plant has after an import. */
const after = (known: Known, { writes }: CheckResult): Known =>
  ({
    ...known,
    ...Object.fromEntries(
      THING_KINDS.map((kind) => [kind, [...new Map<string, unknown>([...known[kind], ...writes[kind]])]]),
    ),
  }) as Known;
const told = ({ faults }: CheckResult): string[] =>
  faults.map(
    ({ sheet: name, cell, row, code, facts }) =>
      `${name}!${cell ?? row ?? ''} ${code} ${Object.values('why' in facts ? { item: facts['item'], why: facts['why'] } : facts).join(' ')}`,
  );
const sums = ({ sheets }: CheckResult): string[] =>
  sheets.map(({ sheet: name, rows, created, changed, unchanged }) =>
    [name, rows, created, changed, unchanged].join(' '),
  );

const plant = [
  sheet(
    'boms',
    `item | component | qtyPer | operationNo
     CAKE | DOUGH     | 0.5    | 10
     CAKE | NUT       | 2      |`,
  ),
  sheet('lines', `id | name | shiftPattern\nbakery | Bakery | week`),
  sheet(
    'shifts',
    `pattern | crew | weekdays | start | end | breaks
     week | early | 1-5 | 6:00 | 14:00 | 10:00-10:30
     week | late | 1-5 | 14:00 | 22:00 |`,
  ),
  sheet('skills', `id | name\nbake | Bake`),
  sheet(
    'changeovers',
    `matrix | from | to | seconds
     allergen | plain | nut | 60
     allergen | nut | plain | 600`,
  ),
  sheet(
    'stations',
    `id | line | name | capabilities | changeover
     oven-1 | bakery | Oven 1 | hot | allergen
     oven-2 | bakery | Oven 2 | hot; big |`,
  ),
  sheet(
    'items',
    `id | name | kind | unit | replenishment | standard cost
     CAKE | Cake | finished | pcs | make-to-order | 4.20
     DOUGH | Dough | 半成品 | kg | make-to-stock |
     NUT | Nut | raw | kg | buy | 1`,
  ),
  sheet(
    'routings',
    `item | no | name | station | runSecPerUnit | family | skill
     CAKE | 10 | Bake | hot | 12.5 | nut | bake
     CAKE | 20 | Pack | oven-2 | 3 | |`,
  ),
  sheet(
    'workers',
    `id | name | line | crew | badge | skills\nANN | Ann | bakery | early | 7 | bake@2026-12-31`,
  ),
];

describe('an import', () => {
  const first = checkImport(plant, nothing);

  it('makes a plant from sheets in any order', () => {
    expect(told(first)).toEqual([]);
    expect(sums(first)).toEqual([
      'skills 1 1 0 0',
      'shifts 2 2 0 0',
      'lines 1 1 0 0',
      'changeovers 2 2 0 0',
      'stations 2 2 0 0',
      'workers 1 1 0 0',
      'items 3 3 0 0',
      'routings 2 2 0 0',
      'boms 2 2 0 0',
    ]);
    const [[, operations] = ['', []]] = first.writes.routings;
    expect(operations.map(({ no, stations }) => [no, stations.map(({ station }) => station)])).toEqual([
      [10, ['oven-1', 'oven-2']],
      [20, ['oven-2']],
    ]);
    expect(first.writes.changeovers).toEqual([
      [
        'allergen',
        {
          name: 'allergen',
          families: ['plain', 'nut'],
          seconds: [
            [0, 60],
            [600, 0],
          ],
        },
      ],
    ]);
    expect(first.writes.workers[0]?.[1].skills).toEqual([{ skill: 'bake', expiresOn: '2026-12-31' }]);
    expect(first.writes.items.map(([id, { standardCost, kind }]) => [id, standardCost, kind])).toEqual([
      ['CAKE', '4.2', 'finished'],
      ['DOUGH', '0', 'semi-finished'],
      ['NUT', '1', 'raw'],
    ]);
  });

  it('a second time changes nothing', () => {
    const again = checkImport(plant, after(nothing, first));
    expect(sums(again).every((line) => /^\w+ (\d) 0 0 \1$/.test(line))).toBe(true);
    expect(THING_KINDS.flatMap((kind) => again.writes[kind] as readonly unknown[])).toEqual([]);
  });

  it('leaves what an absent column would say as it is; an empty cell clears it', () => {
    const known = after(nothing, first);
    const absent = checkImport([sheet('lines', 'id | name\nbakery | Baking')], known);
    expect(absent.writes.lines).toEqual([['bakery', { name: 'Baking', position: 0, shiftPattern: 'week' }]]);
    const empty = checkImport([sheet('lines', 'id | name | shiftPattern\nbakery | Bakery |')], known);
    expect(empty.writes.lines[0]?.[1].shiftPattern).toBeNull();
  });

  it('tells a trade item number of another item by its cell: of the file, of the plant, once it is given away', () => {
    const [one, two] = ['04012345678901', '04012345678918'];
    const items = (...rows: string[]) =>
      sheet('items', ['id | name | kind | unit | replenishment | gtin', ...rows].join('\n'));
    const row = (id: string, gtin = '') => `${id} | ${id} | finished | pcs | make-to-order | ${gtin}`;
    const stored = after(nothing, checkImport([items(row('A', one))], nothing));
    expect(told(checkImport([items(row('B', one), row('C', two), row('D', two))], stored))).toEqual([
      `items!F2 item.gtin-taken ${one} B A`,
      `items!F4 item.gtin-taken ${two} D C`,
    ]);
    expect(told(checkImport([items(row('A', two), row('B', one))], stored))).toEqual([]);
    expect(told(checkImport([items(row('B', one), row('A', one))], stored))).toEqual([
      `items!F2 item.gtin-taken ${one} B A`,
    ]);
  });

  it('tells a unit that cannot change any more by its cell', () => {
    const items = (...rows: string[]) =>
      sheet('items', ['id | name | kind | unit | replenishment', ...rows].join('\n'));
    const row = (id: string, unit: string) => `${id} | ${id} | finished | ${unit} | make-to-order`;
    const stored = after(nothing, checkImport([items(row('A', 'pcs'), row('B', 'pcs'))], nothing));
    expect(told(checkImport([items(row('A', 'kg'), row('B', 'kg'))], stored))).toEqual([
      'items!D2 item.unit-in-use A pcs kg',
    ]);
    expect(told(checkImport([items(row('A', 'pcs'))], stored))).toEqual([]);
  });

  it('takes Chinese sheets and headers', () => {
    const chinese = checkImport(
      [sheet('技能', '编号 | 名称 | 中文名称 | 备注\nfly | Fly | 飞 | 随便')],
      nothing,
    );
    expect([told(chinese), chinese.writes.skills]).toEqual([[], [['fly', { name: 'Fly', nameZh: '飞' }]]]);
  });

  it('with one fault writes nothing at all', () => {
    const bad = checkImport(
      [...plant.slice(1), sheet('boms', 'item|component|qtyPer\nCAKE|GHOST|1')],
      nothing,
    );
    expect(told(bad)).toEqual(['boms!B2 reference.unknown component item GHOST']);
    expect(THING_KINDS.flatMap((kind) => bad.writes[kind] as readonly unknown[])).toEqual([]);
  });
});

describe('faults of a sheet', () => {
  it.each<[string, RawSheet[], string[]]>([
    ['nothing in the file', [], ['! import.no-sheet']],
    ['a sheet of no kind', [sheet('Table1', 'a\nb')], ['Table1! import.sheet-unknown Table1']],
    [
      'a sheet twice',
      [sheet('skills', 'id|name'), sheet('技能', 'id|name')],
      ['技能! import.sheet-twice 技能'],
    ],
    [
      'columns that are missing, unknown or twice',
      [sheet('skills', 'id | ID | colour\nbake | bake | red')],
      [
        'skills!B1 import.column-twice ID',
        'skills!C1 import.column-unknown colour',
        'skills!1 import.column-missing Name',
      ],
    ],
    [
      'cells',
      [sheet('skills', 'id | name\nba ke | Bake\nbake |\nbake | Bake')],
      [
        'skills!A2 import.not-id ba ke',
        'skills!B3 import.cell-missing name',
        'skills!A4 import.duplicate bake 3',
      ],
    ],
    [
      'numbers',
      [
        sheet(
          'items',
          `id | name | kind | unit | replenishment | lotSize | stockMin | price | shelf life (d)
           A | A | finished | pcs | buy | 1000000000 | -1 | 12,50 | 1.5
           B | B | finished | pcs | buy | 0 | 0.1234567 | 5 EUR | 4000`,
        ),
      ],
      [
        'items!F2 import.too-large 1000000000 10000000',
        'items!G2 import.too-small -1 0',
        'items!H2 import.decimal-comma 12,50',
        'items!I2 import.not-whole 1.5',
        'items!F3 import.too-small 0 0.000001',
        'items!G3 import.too-precise 0.1234567',
        'items!H3 import.not-number 5 EUR',
        'items!I3 import.too-large 4000 3650',
      ],
    ],
    [
      'choices and references',
      [
        sheet(
          'stations',
          'id | line | name | counted by\nOven | moon | Oven | hand\noven | moon | Oven | 终端',
        ),
      ],
      [
        'stations!A2 import.not-id Oven',
        'stations!D2 import.not-choice hand',
        'stations!B3 reference.unknown line line moon',
      ],
    ],
    [
      'references of rows that are faulty for another reason',
      [
        sheet('workers', 'id | name | line | rate per hour\nANN | Ann | moon | much'),
        sheet('boms', 'item | component | qtyPer\nP | R | 1\nP | S | 0'),
        sheet('routings', 'item | no | name | station | skill | runSecPerUnit\nP | 10 | Do | s-1 | fly | x'),
      ],
      [
        'workers!D2 import.not-number much',
        'workers!C2 reference.unknown line line moon',
        'routings!F2 import.not-number x',
        'routings!A2 reference.unknown',
        'routings!E2 reference.unknown skill skill fly',
        'routings!D2 reference.unknown station station s-1',
        'boms!A2 reference.unknown',
        'boms!B2 reference.unknown',
        'boms!C3 import.too-small 0',
        'boms!B3 reference.unknown',
      ],
    ],
    [
      'shifts that overlap, times that do not exist',
      [
        sheet(
          'shifts',
          `pattern | crew | weekdays | start | end
           a | x | 1-5 | 06:00 | 14:00
           a | y | 5 | 13:00 | 15:00
           b | x | 8 | 25:00 | 14:00`,
        ),
      ],
      ['shifts!2 shift.overlap x y', 'shifts!C4 import.not-form 8', 'shifts!D4 import.not-form 25:00'],
    ],
    [
      'a matrix with a hole and a row twice',
      [sheet('changeovers', 'matrix|from|to|seconds\nm|a|b|1\nm|a|b|2\nm|b|c|3')],
      [
        'changeovers!2 import.pair-missing a c',
        'changeovers!2 import.pair-missing b a',
        'changeovers!2 import.pair-missing c a',
        'changeovers!2 import.pair-missing c b',
        'changeovers!C3 import.duplicate a → b 2',
      ],
    ],
    [
      'one badge for two people',
      [sheet('workers', 'id | name | badge\nANN | Ann | 7\nBEN | Ben | 7')],
      ['workers!C3 thing.exists badge 7 ANN'],
    ],
  ])('%s', (_, sheets, expected) => {
    const result = told(checkImport(sheets, nothing));
    expect(result.map((line) => expected.find((one) => line.startsWith(one)) ?? line)).toEqual(expected);
  });

  it('a loop of bills of materials is told once, with the way', () => {
    const items = sheet(
      'items',
      `id|name|kind|unit|replenishment\n${['A', 'B', 'C', 'D'].map((id) => `${id}|${id}|finished|pcs|make-to-stock`).join('\n')}`,
    );
    const boms = sheet('boms', 'item|component|qtyPer\nD|A|1\nA|B|1\nB|C|1\nC|A|1');
    expect(told(checkImport([items, boms], nothing))).toEqual(['boms!3 bom.cycle A → B → C → A']);
  });

  it('a chain of 8,000 bills is no loop and does not overflow', () => {
    const ids = Array.from({ length: 8_001 }, (_, i) => `I${i}`);
    const items = sheet(
      'items',
      `id|name|kind|unit|replenishment\n${ids.map((id) => `${id}|x|raw|pcs|buy`).join('\n')}`,
    );
    const chain = ids.slice(1).map((id, i) => `${ids[i]}|${id}|1`);
    const boms = (more: string[]) => sheet('boms', ['item|component|qtyPer', ...chain, ...more].join('\n'));
    expect(checkImport([items, boms([])], nothing).faults).toEqual([]);
    expect(told(checkImport([items, boms(['I8000|I0|1'])], nothing))).toEqual([
      `boms!2 bom.cycle ${ids.slice(0, 12).join(' → ')} → … → I0`,
    ]);
  });

  it('routings: rows of an operation must agree, stations stand there once, families must be known', () => {
    const [, ...rest] = plant;
    const routings = sheet(
      'routings',
      `item | no | name | station | runSecPerUnit | family
       CAKE | 10 | Bake | oven-1 | 1 | nut
       CAKE | 10 | Burn | oven-1 | 1 | nut
       DOUGH | 20 | Mix | oven-1 | 1 | milk
       NUT | 20 | a | oven-2 | 1 |
       NUT | 10 | b | oven-2 | 1 |`,
    );
    const sheets = rest.filter(({ name }) => name !== 'routings');
    expect(told(checkImport([...sheets, routings], nothing))).toEqual([
      'routings!C3 import.contradiction name 2 CAKE.10',
      'routings!D3 import.duplicate oven-1 2',
      'routings!4 routing.invalid DOUGH 20: milk ∉ allergen (oven-1)',
      'routings!5 routing.invalid NUT 20 → 10',
    ]);
  });

  it('what is there must stay usable: a family that a stored routing needs, an operation that a stored bill names', () => {
    const known = after(nothing, checkImport(plant, nothing));
    const matrix = sheet(
      'changeovers',
      'matrix|from|to|seconds\nallergen|plain|milk|1\nallergen|milk|plain|1',
    );
    expect(told(checkImport([matrix], known))).toEqual([
      'routings! routing.invalid CAKE 10: nut ∉ allergen (oven-1)',
    ]);
    const routing = sheet('routings', 'item|no|name|station|runSecPerUnit\nCAKE|15|Bake|oven-2|1');
    expect(told(checkImport([routing], known))).toEqual(['routings!2 routing.invalid CAKE DOUGH: 10 ∉ 15']);
  });

  it('too many rows are refused as a whole', () => {
    const many = { name: 'skills', faults: [], rows: Array.from({ length: 200_002 }, () => ['a', 'b']) };
    expect(told(checkImport([many], nothing))).toEqual(['! import.too-many-rows 200001 200000']);
  });

  it('of very many faults the first are told, and how many more there are', () => {
    const rows = Array.from({ length: 6000 }, () => ['a b', 'x']);
    const result = checkImport([{ name: 'skills', faults: [], rows: [['id', 'name'], ...rows] }], nothing);
    expect(result.faults).toHaveLength(5001);
    expect(told(result).at(-1)).toBe('! import.too-many-faults 1000');
  });
});
