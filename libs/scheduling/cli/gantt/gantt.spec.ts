import { readProblem, type Problem } from '../../src';
import { claimed, type Placement, type ProblemInput } from '../../src/verify';
import { scheduleFile } from '../../src/verify/files';
import { gantt } from './gantt';

/** An oven that pauses from 100 to 200 and may work overtime from 300, and a table; A is late, B is running. */
const file: ProblemInput = {
  version: 1,
  horizon: 400,
  stations: [
    {
      id: 'oven',
      calendar: [
        [0, 100],
        [200, 300],
      ],
      overtime: [[300, 350]],
      changeover: 'm',
      family: 'plain',
    },
    { id: 'table <1>', calendar: [[0, 400]] },
  ],
  changeovers: {
    m: {
      families: ['plain', 'nut'],
      seconds: [
        [0, 20],
        [20, 0],
      ],
    },
  },
  jobs: [
    {
      id: 'A',
      due: 100,
      operations: [{ id: 'bake', family: 'nut', interruptible: true, modes: [{ station: 'oven', run: 90 }] }],
    },
    { id: 'B', operations: [{ id: 'form', modes: [{ station: 'table <1>', run: 50 }] }] },
  ],
  fixed: [{ op: 'B/form', station: 'table <1>', start: 0, end: 50 }],
};
const plan: Placement[] = [
  { op: 'A/bake', station: 'oven', start: 0, runStart: 20, end: 210 },
  { op: 'B/form', station: 'table <1>', start: 0, runStart: 0, end: 50 },
];
const opened = [{ station: 'oven', interval: [300, 350] as [number, number] }];
const schedule = scheduleFile.parse(claimed(file, plan, { opened }));
const count = (svg: string, part: string) => svg.split(part).length - 1;

function problem(): Problem {
  const reading = readProblem(file);
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  return reading.problem;
}

test('one row per station, one bar per operation, names escaped', () => {
  const svg = gantt(schedule, problem());
  expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/);
  expect(count(svg, '<title>')).toBe(2);
  expect(svg).toContain('table &#60;1&#62;');
  expect(svg).not.toContain('table <1>');
});

test('changeovers hatched, pauses left open, late jobs red, fixed work dashed, time off grey', () => {
  const bars = gantt(schedule, problem()).split('</defs>')[1].split('changeover</text>')[0];
  const [, bake, form] = bars.split('<title>');
  expect(count(bake, 'url(#changeover)')).toBe(1);
  expect(count(bake, 'hsl(')).toBe(2);
  expect(bake).toContain('stroke="#c00020"');
  expect(bake).toContain('job late by 00:01:50');
  expect(form).toContain('stroke-dasharray');
  expect(form).not.toContain('#c00020');
  expect(count(bars, 'fill="#d9d9d9"')).toBe(1);
});

test('says the score and what it is made of, late jobs and what has no place', () => {
  const svg = gantt({ ...schedule, unplaced: [{ op: 'C/x', reason: 'no_time' }] });
  expect(svg).toContain('Score 110 = tardiness 110 · 2 operations · 1 late jobs · 1 unplaced');
  expect(svg).toContain('A is late by 0.0 h');
  expect(svg).toContain('C/x has no place: no_time');
});

test('without the problem no calendar is drawn and a run is one piece', () => {
  const svg = gantt(schedule);
  expect(count(svg.split('changeover</text>')[0], 'fill="#d9d9d9"')).toBe(0);
  expect(count(svg.split('<title>')[1], 'hsl(')).toBe(1);
});

test('an empty plan is a chart too', () => {
  expect(gantt({ ...schedule, operations: [], opened: [], late: [] }, problem())).toContain('0 operations');
});
