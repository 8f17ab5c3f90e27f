import { deflateRawSync } from 'node:zlib';
import writeWorkbook from 'write-excel-file/node';
import {
  API_PREFIX,
  importRoutes,
  itemRoutes,
  lineRoutes,
  shiftRoutes,
  stationRoutes,
  workerRoutes,
  type ImportResult,
  type Problem,
} from '@takt/contracts';
import { startCore, type TestCore } from '../../../test/core';
import { otherPlant } from '../../../test/other-plant';
import { readWorkbook } from './file/read-workbook';
import { packPlain, unpackXml } from './file/safe-zip';
import { FileChecker } from './file-checker';

let core: TestCore;
beforeAll(async () => {
  core = await startCore();
});
afterAll(() => core.stop());

interface Sent {
  readonly status: number;
  readonly body: ImportResult & Partial<Omit<Problem, keyof ImportResult>>;
}
interface Options {
  readonly token?: string;
  readonly language?: string;
}

const upload = async (name: string, content: Buffer | string, options: Options = {}): Promise<Sent> => {
  const form = new FormData();
  form.set('file', new Blob([new Uint8Array(Buffer.from(content as string))]), name);
  const reply = await fetch(`${core.url}${API_PREFIX}/imports`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${options.token ?? core.admin}`,
      'accept-language': options.language ?? 'en',
    },
    body: form,
  });
  return { status: reply.status, body: (await reply.json()) as Sent['body'] };
};
const commit = (id: string, options: Options = {}) =>
  core.send(importRoutes.commit, { params: { import: id } }, { token: options.token ?? core.admin });
const template = async (language: string): Promise<Buffer> => {
  const reply = await fetch(`${core.url}${API_PREFIX}/imports/template`, {
    headers: { authorization: `Bearer ${core.admin}`, 'accept-language': language },
  });
  expect(reply.headers.get('content-type')).toContain('spreadsheetml');
  return Buffer.from(await reply.arrayBuffer());
};
const workbook = (sheets: Record<string, (string | number | boolean | null)[][]>): Promise<Buffer> =>
  writeWorkbook(Object.entries(sheets).map(([sheet, data]) => ({ sheet, data }))).toBuffer();
const told = ({ body }: Sent): string[] => body.faults.map(({ path, code }) => `${path} ${code}`);

describe('the template', () => {
  it('is imported as it is, in a plant of its own, and changes nothing the second time', async () => {
    const token = await otherPlant(core, 'sample');
    const checked = await upload('template.xlsx', await template('en'), { token });
    expect([checked.status, checked.body.status, checked.body.faults]).toEqual([201, 'checked', []]);
    expect(checked.body.sheets.map(({ sheet, rows, created }) => [sheet, rows, created])).toEqual([
      ['skills', 1, 1],
      ['reasons', 1, 1],
      ['shifts', 1, 1],
      ['lines', 1, 1],
      ['changeovers', 1, 1],
      ['stations', 1, 1],
      ['workers', 1, 1],
      ['items', 2, 2],
      ['routings', 1, 1],
      ['boms', 1, 1],
      ['customers', 1, 1],
    ]);
    expect((await core.call(lineRoutes.list, {}, { token })).length).toBe(0);
    const done = await commit(checked.body.id, { token });
    expect([done.status, done.body.status]).toEqual([200, 'committed']);
    const again = await upload('template.xlsx', await template('zh-CN'), { token });
    expect(again.body.faults).toEqual([]);
    expect(again.body.sheets.map(({ rows, unchanged }) => rows - unchanged)).toEqual(
      again.body.sheets.map(() => 0),
    );
    const routing = await core.call(itemRoutes.routing, { params: { item: 'EXAMPLE-CAKE' } }, { token });
    expect(routing).toMatchObject({
      revision: 1,
      operations: [
        {
          no: 10,
          stations: [{ station: 'example-oven-1', runSecPerUnit: 12.5, setupSec: 60 }],
          limits: [{ parameter: 'oven_c', min: 180, max: 220 }],
        },
      ],
    });
    expect((await core.call(lineRoutes.list)).length).toBe(0);
  });

  it('changes nothing of a plant whose things have the usual names', async () => {
    const token = await otherPlant(core, 'usual');
    const bakery = await workbook({
      lines: [
        ['id', 'name'],
        ['bakery', 'Bakery'],
      ],
      changeovers: [
        ['matrix', 'from', 'to', 'seconds'],
        ['recipe', 'nut', 'nut', 0],
      ],
      stations: [
        ['id', 'line', 'name', 'capabilities', 'changeover'],
        ['oven-1', 'bakery', 'Oven 1', 'bake', 'recipe'],
      ],
      items: [
        ['id', 'name', 'kind', 'unit', 'replenishment'],
        ['CAKE-01', 'Cake', 'finished', 'pcs', 'make-to-order'],
        ['FLOUR', 'Flour', 'raw', 'kg', 'buy'],
      ],
      routings: [
        ['item', 'no', 'name', 'station', 'runSecPerUnit', 'family'],
        ['CAKE-01', 10, 'Bake', 'bake', 5, 'nut'],
      ],
    });
    await commit((await upload('bakery.xlsx', bakery, { token })).body.id, { token });
    const { body } = await upload('template.xlsx', await template('zh-CN'), { token });
    expect(body.faults).toEqual([]);
    expect(body.sheets.filter(({ rows, created }) => rows !== created)).toEqual([]);

    const bill = 'item,component,qtyPer,operationNo\nCAKE-01,FLOUR,1,999\n';
    const stray = await upload('boms.csv', bill, { token });
    expect(stray.body.faults.map(({ message }) => message)).toEqual([
      'The bill of materials of CAKE-01 uses FLOUR at operation 999, which its routing does not have; it has 10. ' +
        'Maybe correct the operation in the bill of materials, or leave it empty: then the first one uses it.',
    ]);
    const unknown = await upload('nonsense.csv', 'a,b\n1,2\n', { token });
    expect(unknown.body.faults[0]?.message).toMatch(/customers 客户\.$/);
  });

  it('can be filled in and read back', async () => {
    const filled = (await readWorkbook(await template('zh-CN'))).map(({ name, rows }) => ({
      sheet: name,
      data: [
        rows[0] ?? [],
        ...(name === '技能' ? [['weld', 'Welding', '焊接', '=备注']] : []),
        ...(name === '产线' ? [['shop', 'Shop', null, 3, null, null]] : []),
      ] as (string | number | null)[][],
    }));
    const checked = await upload('填好.xlsx', await writeWorkbook(filled).toBuffer());
    expect([checked.body.faults, checked.body.file]).toEqual([[], '填好.xlsx']);
    expect((await commit(checked.body.id)).status).toBe(200);
    expect(await core.call(workerRoutes.skills)).toEqual([
      { id: 'weld', name: 'Welding', nameZh: '焊接', revision: 1 },
    ]);
    expect(await core.call(lineRoutes.list)).toEqual([
      { id: 'shop', name: 'Shop', position: 3, shiftPattern: null, revision: 1 },
    ]);
  });
});

describe('all or nothing', () => {
  it('a file with a fault is not imported, and says where it is in both languages', async () => {
    const file = await workbook({
      skills: [
        ['id', 'name'],
        ['bake', 'Bake'],
      ],
      workers: [
        ['Id', 'Name', 'Skills', 'Badge'],
        ['ANN', 'Ann', 'bake;fly', 17],
      ],
    });
    const english = await upload('people.xlsx', file);
    expect([english.status, english.body.status]).toEqual([201, 'faulty']);
    expect(english.body.faults).toEqual([
      {
        path: 'workers!C2',
        code: 'reference.unknown',
        message: 'Skills names skill fly, which does not exist. Maybe create it first, or correct the id.',
        value: 'fly',
        sheet: 'workers',
        row: 2,
        column: 'Skills',
      },
    ]);
    const chinese = await upload('people.xlsx', file, { language: 'zh-CN' });
    expect(chinese.body.faults[0]?.message).toBe('Skills 引用的技能 fly 不存在。 也许请先创建，或更正编号。');
    const refused = await commit(english.body.id);
    expect([refused.status, refused.body.code, refused.body.facts]).toEqual([
      422,
      'import.faulty',
      { count: 1 },
    ]);
    expect((await core.call(workerRoutes.list, { query: { q: 'ANN' } })).items).toEqual([]);
  });

  it('an import is carried out once, also when it is sent twice at the same time', async () => {
    const { body } = await upload('skills.csv', 'id,name\nonce,Once\n');
    const both = await Promise.all([commit(body.id), commit(body.id)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await commit(body.id)).body.code).toBe('import.stale');
    const skills = await core.call(workerRoutes.skills);
    expect(skills.find(({ id }) => id === 'once')?.revision).toBe(1);
    const events = await core.database.query(
      `select name from outbox where name = 'import.committed' and payload->>'import' = $1`,
      [body.id],
    );
    expect(events).toHaveLength(1);
  });

  it('a dry run is stale when the master data has changed since', async () => {
    const { body } = await upload('skills.csv', 'id,name\nlate,Late\n');
    await core.call(workerRoutes.putSkill, { params: { skill: 'sooner' }, body: { name: 'Sooner' } });
    const refused = await commit(body.id);
    expect([refused.status, refused.body.code]).toEqual([409, 'import.stale']);
    expect((await core.call(workerRoutes.skills)).some(({ id }) => id === 'late')).toBe(false);
  });

  it('a change of somebody else while it is written is not lost', async () => {
    const rows = Array.from({ length: 300 }, (_, i) => `many-${i},Many`);
    const { body } = await upload('skills.csv', ['id,name', ...rows].join('\n'));
    const [done, put] = await Promise.all([
      commit(body.id),
      core.send(workerRoutes.putSkill, { params: { skill: 'many-1' }, body: { name: 'Mine' } }),
    ]);
    const skill = (await core.call(workerRoutes.skills)).find(({ id }) => id === 'many-1');
    // Either the import came first and the other one was told of it, or it was stale.
    expect([
      [200, 428, 'Many'],
      [409, 200, 'Mine'],
    ]).toContainEqual([done.status, put.status, skill?.name]);
  });

  it('leaves alone what the file does not name, and counts the revisions of what it changes', async () => {
    await core.call(workerRoutes.putSkill, { params: { skill: 'keep' }, body: { name: 'Keep' } });
    const first = await upload('skills.csv', 'id;name;中文名称\nturn;Turn;车\nmill;Mill;铣\n');
    await commit(first.body.id);
    const second = await upload('skills.csv', 'id,name\nturn,Turning\nmill,Mill\n');
    expect(second.body.sheets).toEqual([{ sheet: 'skills', rows: 2, created: 0, changed: 1, unchanged: 1 }]);
    await commit(second.body.id);
    const skills = new Map((await core.call(workerRoutes.skills)).map((skill) => [skill.id, skill]));
    expect([skills.get('turn'), skills.get('mill'), skills.get('keep')]).toEqual([
      { id: 'turn', name: 'Turning', nameZh: '车', revision: 2 },
      { id: 'mill', name: 'Mill', nameZh: '铣', revision: 1 },
      { id: 'keep', name: 'Keep', revision: 1 },
    ]);
  });
});

describe('a whole plant', () => {
  const plant = async (stations = 3): Promise<Buffer> =>
    workbook({
      orders_notes: [],
      Notes: [['anything'], ['may stand here']],
      shifts: [
        ['pattern', 'crew', 'weekdays', 'start', 'end', 'breaks'],
        ['week', 'early', '1-5', '06:00', '14:00', '10:00-10:30'],
        ['week', 'night', '1-5', '22:00', '06:00', null],
      ],
      lines: [
        ['id', 'name', 'shift pattern'],
        ['line-a', 'A', 'week'],
      ],
      changeovers: [
        ['matrix', 'from', 'to', 'seconds'],
        ['colour', 'red', 'blue', 300],
        ['colour', 'blue', 'red', 600],
      ],
      stations: [
        ['id', 'line', 'name', 'capabilities', 'changeover matrix'],
        ...Array.from({ length: stations }, (_, i) => [
          `s-${i + 1}`,
          'line-a',
          `S ${i + 1}`,
          'paint',
          'colour',
        ]),
      ],
      items: [
        ['id', 'name', 'kind', 'unit', 'replenishment', 'lot size'],
        ['P', '=HYPERLINK("x")', 'finished', 'pcs', 'make-to-stock', 12.5],
        ['R', '-raw', 'raw', 'kg', 'buy', 1],
      ],
      routings: [
        ['item', 'no', 'name', 'station', 'run time per unit (s)', 'family'],
        ['P', 10, 'Paint', 'paint', 0.25, 'red'],
      ],
      boms: [
        ['item', 'component', 'quantity per unit'],
        ['P', 'R', 0.125],
      ],
      workers: [
        ['id', 'name', 'line', 'crew', 'badge'],
        ['W1', 'One', 'line-a', 'early', '0001'],
        ['W2', 'Two', 'line-a', 'night', '0002'],
      ],
    });

  it('is there after the commit, exactly as the file says', async () => {
    const checked = await upload('plant.xlsx', await plant());
    expect(told(checked)).toEqual([]);
    expect((await commit(checked.body.id)).status).toBe(200);
    expect((await core.call(itemRoutes.get, { params: { item: 'P' } })).name).toBe('=HYPERLINK("x")');
    expect((await core.call(itemRoutes.bom, { params: { item: 'P' } })).lines).toEqual([
      { component: 'R', qtyPer: '0.125', scrapPercent: 0, operationNo: null },
    ]);
    const { operations } = await core.call(itemRoutes.routing, { params: { item: 'P' } });
    expect(operations[0]?.stations.map(({ station }) => station)).toEqual(['s-1', 's-2', 's-3']);
    const shifts = await core.call(shiftRoutes.list, {
      query: { from: '2026-03-04T00:00:00Z', to: '2026-03-05T00:00:00Z', line: 'line-a' },
    });
    expect(shifts.map(({ rostered }) => rostered)).toEqual([['W2'], ['W1'], ['W2']]);
  });

  it('can pass badges from hand to hand', async () => {
    const { body } = await upload('workers.csv', 'id,name,badge\nW1,One,0002\nW2,Two,0001\n');
    expect((await commit(body.id)).status).toBe(200);
    const { items } = await core.call(workerRoutes.list, { query: { q: 'W' } });
    expect(items.filter(({ id }) => /^W\d$/.test(id)).map(({ badge, line }) => [badge, line])).toEqual([
      ['0002', 'line-a'],
      ['0001', 'line-a'],
    ]);
  });

  it('with a loop in its bills of materials stays out', async () => {
    const checked = await upload('boms.csv', 'item,component,qtyPer\nR,P,1\n');
    expect([checked.body.status, told(checked)]).toEqual(['faulty', ['boms!2 bom.cycle']]);
    expect(checked.body.faults[0]?.message).toContain('R → P → R');
  });

  it('is not seen from another plant, and neither are its imports', async () => {
    const token = await otherPlant(core, 'elsewhere');
    expect((await core.call(stationRoutes.list, {}, { token })).items).toEqual([]);
    expect(await core.call(importRoutes.list, {}, { token })).toEqual([]);
    const mine = await upload('skills.csv', 'id,name\nmine,Mine\n');
    expect((await commit(mine.body.id, { token })).body.code).toBe('thing.unknown');
    const theirs = await upload('boms.csv', 'item,component,qtyPer\nP,R,1\n', { token });
    expect(told(theirs)).toEqual(['boms!A2 reference.unknown', 'boms!B2 reference.unknown']);
    expect((await commit(mine.body.id)).status).toBe(200);
  });

  it('is listed with what became of it, newest first', async () => {
    const list = await core.call(importRoutes.list);
    expect(list[0]).toMatchObject({ file: 'skills.csv', status: 'committed' });
    expect(new Set(list.map(({ status }) => status))).toEqual(new Set(['checked', 'faulty', 'committed']));
  });
});

describe('files that cannot be read', () => {
  it.each<[string, string, () => Buffer | Promise<Buffer>]>([
    [
      'half a workbook',
      'a.xlsx',
      async () => (await workbook({ skills: [['id', 'name']] })).subarray(0, 2000),
    ],
    ['an old workbook', 'a.xls', () => Buffer.from('d0cf11e0a1b11ae10000', 'hex')],
    ['a Western code page', 'skills.csv', () => Buffer.from('id,name\na,Bäcker\n', 'latin1')],
    ['half a file in UTF-8', 'skills.csv', () => Buffer.from('id,name\na,烘焙').subarray(0, -1)],
    ['a zip bomb', 'a.xlsx', bomb],
    ['a row that no sheet has', 'a.xlsx', () => farAway('row r="9999999999"')],
    ['a cell that no sheet has', 'a.xlsx', () => farAway('row r="1"><c r="ZZZZZZZ1"/></row><row r="2"')],
  ])('%s is refused, and core goes on', async (_, name, content) => {
    const { status, body } = await upload(name, await content());
    expect([status, body.code]).toEqual([422, 'import.unreadable']);
    expect((await core.send(lineRoutes.list)).status).toBe(200);
  });

  it('that ask for all memory end their thread and nothing else', async () => {
    class SmallChecker extends FileChecker {
      protected override readonly heapMb = 40;
    }
    const empty = {
      skills: [],
      reasons: [],
      shifts: [],
      lines: [],
      changeovers: [],
      stations: [],
      workers: [],
    };
    const known = { ...empty, items: [], routings: [], boms: [], customers: [], booked: [], timeZone: 'UTC' };
    const bytes = await farAway('row r="1000000"');
    const answer = await new SmallChecker().check({ name: 'a.xlsx', bytes, known });
    expect(answer).toMatchObject({ kind: 'unreadable', why: expect.stringContaining('memory') as string });
  });

  it('of more than 20 MB are refused before they are read', async () => {
    const { status, body } = await upload('skills.csv', Buffer.alloc(20_971_521, 'x'));
    expect([status, body.code, body.facts]).toEqual([413, 'request.too-large', { limit: 20971520 }]);
  });

  it('without a file a request is refused', async () => {
    const reply = await fetch(`${core.url}${API_PREFIX}/imports`, {
      method: 'POST',
      headers: { authorization: `Bearer ${core.admin}` },
      body: new FormData(),
    });
    expect([reply.status, ((await reply.json()) as Problem).code]).toEqual([400, 'request.invalid']);
  });

  it('half a CSV file tells the row where it ends', async () => {
    const checked = await upload('skills.csv', 'id,name,nameZh\na,A,甲\nb,B');
    expect([checked.body.status, told(checked)]).toEqual(['faulty', ['skills!3 import.row-cut']]);
  });

  it('GB18030 is read', async () => {
    const chinese = Buffer.from([0xba, 0xe6, 0xb1, 0xba]); // 烘焙
    const checked = await upload(
      '技能.csv',
      Buffer.concat([Buffer.from('id,name\ngb,'), chinese, Buffer.from('\n')]),
    );
    await commit(checked.body.id);
    expect((await core.call(workerRoutes.skills)).find(({ id }) => id === 'gb')?.name).toBe('烘焙');
  });
});

/** A workbook of a few kilobytes that unpacks to gigabytes. */
function bomb(): Buffer {
  const packed = deflateRawSync(Buffer.alloc(400 * 1024 * 1024), { level: 9 });
  const plain = packPlain([{ name: 'xl/workbook.xml', content: packed }]);
  const central = plain.indexOf(Buffer.from('504b0102', 'hex'));
  plain.writeUInt16LE(8, 8);
  plain.writeUInt16LE(8, central + 10);
  return plain;
}

/** A workbook whose first row is told to be somewhere else. */
async function farAway(row: string): Promise<Buffer> {
  const parts = unpackXml(await workbook({ skills: [['id', 'name']] }));
  return packPlain(
    parts.map(({ name, content }) => ({
      name,
      content: name.startsWith('xl/worksheets/')
        ? Buffer.from(content.toString().replace('<row r="1"', `<${row}`))
        : content,
    })),
  );
}
