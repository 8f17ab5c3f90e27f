import { datedProblem, readDates } from './weighted-tardiness';

const header = 'instance,f,job,due_date,weight\n';
const dates = (rows: string) => readDates({ path: 'dates.csv', text: header + rows });
const base = { path: 'la.txt', text: '3 1\n0 5\n0 6\n0 7\n' };

test('dates and weights by job; jobs without dates are left out', () => {
  const [tight, loose] = dates('la,1.3,0,6,4\nla,1.3,1,7,1\nla,1.5,0,7,4\n');
  expect(loose).toEqual({ base: 'la', factor: '1.5', jobs: [{ job: 0, due: 7, weight: 4 }] });
  const { jobs, stations } = datedProblem(tight, base);
  expect(stations.map(({ id }) => id)).toEqual(['M0']);
  expect(
    jobs.map(({ id, due, weight, operations }) => [id, due, weight, operations[0].modes[0].run]),
  ).toEqual([
    ['J1', 6, 4, 5],
    ['J2', 7, 1, 6],
  ]);
});

test.each([
  ['la,1.3,0,6,\nx', 'dates.csv:2'],
  ['la,1.3,0,six,4\n', 'dates.csv:2: job 0, due six, weight 4'],
  ['la,1.3,1,6,4\n', 'dates.csv:2: job 1 of la 1.3, expected 0'],
])('refuses %j', (rows, message) => {
  expect(() => dates(rows)).toThrow(message);
});

test('refuses another table, and dates for more jobs than the base has', () => {
  expect(() => readDates({ path: 'd.csv', text: 'instance,f\n' })).toThrow(
    'd.csv:1: no column job, due_date, weight',
  );
  const rows = [0, 1, 2, 3].map((job) => `la,1.3,${job},9,1`).join('\n');
  expect(() => datedProblem(dates(rows)[0], base)).toThrow('la.txt:1: 3 jobs, but dates for 4');
});
