import { allRoutes, listQuery } from './index';

const lists = allRoutes().flatMap(({ name, route }) => {
  const { shape } = route.query as unknown as { shape?: Record<string, unknown> };
  return shape && 'cursor' in shape ? [{ name, query: route.query }] : [];
});

/** The words of the first fault; undefined: none. */
const faultOf = (query: (typeof lists)[number]['query'], asked: object): string | undefined => {
  const issues = query.safeParse(asked).error?.issues ?? [];
  return issues.find(({ path }) => path[0] === Object.keys(asked)[0])?.message;
};

it.each(lists)('$name refuses a cursor that no list gave', ({ query }) => {
  for (const cursor of ['abc', 'W3t9XQ', Buffer.from('{"a":1}').toString('base64url')])
    expect(faultOf(query, { cursor })).toBe('not a cursor of this list');
  const cursor = Buffer.from(JSON.stringify(['炉', null])).toString('base64url');
  expect(faultOf(query, { cursor })).toBeUndefined();
});

it.each(
  lists.filter(({ query }) =>
    faultOf(query, { filter: 'nothing:1' })?.match(/status|risk|active|open|resolved/),
  ),
)('$name refuses values of a status that there are not', ({ query }) => {
  const fields =
    faultOf(query, { filter: 'nothing:1' })?.match(/\b(status|risk|active|open|resolved)\b/g) ?? [];
  for (const field of fields)
    expect(faultOf(query, { filter: `${field}:nonsense` })).toMatch(new RegExp(`^${field} is one of `));
});

it('takes known values, several of them, and any text elsewhere', () => {
  const query = listQuery(['status', 'item', 'open'], ['id'], { status: ['new', 'done'] });
  expect(query.parse({ filter: 'status:new|done,item:anything,open:yes' }).filter).toEqual({
    status: ['new', 'done'],
    item: ['anything'],
    open: ['yes'],
  });
  expect(faultOf(query, { filter: 'status:new|old' })).toBe('status is one of new, done');
});
