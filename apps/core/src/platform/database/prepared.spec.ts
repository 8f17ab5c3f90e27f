import { PreparedNames } from './prepared';

const fetch = 'select id from item where plant = $1 and id = $2';

it('prepares a statement that comes again and again, under one name', () => {
  const names = new PreparedNames();
  expect([1, 2, 3, 4].map(() => names.of(fetch))).toEqual([null, null, 'takt_1', 'takt_1']);
});

it('leaves statements whose best plan depends on their values to PostgreSQL, every time anew', () => {
  const names = new PreparedNames();
  const lists = [
    'select id from item where plant = $1 and ($2::text[] is null or kind = any($2))',
    'update outbox set failure = d.failure from unnest($1::bigint[]) d(id) where outbox.id = d.id',
    'select * from jsonb_to_recordset($1::jsonb) as d(id text)',
  ];
  for (const text of lists) expect([1, 2, 3, 4].map(() => names.of(text))).toEqual([null, null, null, null]);
});

it('keeps no more statements than a connection should hold', () => {
  const names = new PreparedNames(2);
  const texts = ['a', 'b', 'c'].map((column) => `select ${column} from item where id = $1`);
  for (const text of texts) for (let time = 0; time < 3; time++) names.of(text);
  expect(texts.map((text) => names.of(text))).toEqual(['takt_1', 'takt_2', null]);
});

it('forgets how often texts were seen before there are too many of them', () => {
  const names = new PreparedNames(10, 3);
  names.of(fetch);
  names.of(fetch);
  for (let n = 0; n < 5; n++) names.of(`select ${n} where $1`);
  expect(names.of(fetch)).toBeNull();
});
