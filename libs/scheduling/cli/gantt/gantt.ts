import type { Problem } from '../../src';
import type { ScheduleFile } from '../../src/verify/files';
import { WorkingTime } from '../../src/verify/working-time';
import { operationBar, ROW, stationBackground, type BarStyle } from './bars';
import { element, text } from './svg';
import { timeAxis, type TimeAxis } from './time-axis';

const LEFT = 130;
const RIGHT = 30;
const TOP = 46;
const LEAST_WIDTH = 1400;
const MOST_WIDTH = 12_000;
const LISTED = 12;

/**
 * A schedule as SVG: one row per station, changeovers hatched, non-working time grey, opened overtime amber, late jobs
 * outlined in red, fixed work dashed. Without the problem, calendars and fixed work are not drawn.
 */
export function gantt(schedule: ScheduleFile, problem?: Problem): string {
  const stations = problem?.stations.map(({ id }) => id) ?? stationsOf(schedule);
  const width = chartWidth(schedule, stations.length);
  const axis = timeAxis(span(schedule), LEFT, width - LEFT - RIGHT);
  const bottom = TOP + stations.length * ROW;
  const notes = noteLines(schedule);
  const body = [
    element('rect', { width: '100%', height: '100%', fill: '#fff' }),
    text(headline(schedule), { x: 10, y: 18, class: 'head' }),
    rows(stations, schedule, barStyle(schedule, problem, axis), problem),
    grid(axis, bottom),
    legend(bottom + 26),
    ...notes.map((note, i) => text(note, { x: LEFT, y: bottom + 54 + i * 16 })),
  ];
  const height = bottom + 60 + notes.length * 16;
  const frame = { xmlns: 'http://www.w3.org/2000/svg', width, height, viewBox: `0 0 ${width} ${height}` };
  return `${element('svg', frame, definitions + body.join('\n'))}\n`;
}

const definitions =
  '<style>text{font:12px system-ui,sans-serif;fill:#222}.head{font-weight:600;font-size:14px}' +
  '.bar{font-size:10px;pointer-events:none}.tick{fill:#555;text-anchor:middle}</style>' +
  '<defs><pattern id="changeover" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">' +
  '<rect width="6" height="6" fill="#fff"/><rect width="3" height="6" fill="#777"/></pattern></defs>';

function stationsOf({ operations }: ScheduleFile): string[] {
  return [...new Set(operations.map(({ station }) => station))].sort();
}

/** Wide enough that the busiest rows can be told apart. */
function chartWidth({ operations }: ScheduleFile, stations: number): number {
  const perRow = operations.length / Math.max(1, stations);
  return Math.min(MOST_WIDTH, Math.max(LEAST_WIDTH, Math.round(perRow * 50)));
}

function span({ operations }: ScheduleFile): [number, number] {
  const first = operations.reduce((least, { start }) => Math.min(least, start), 0);
  const last = operations.reduce((most, { end }) => Math.max(most, end), first + 1);
  return [first, last];
}

function barStyle(schedule: ScheduleFile, problem: Problem | undefined, axis: TimeAxis): BarStyle {
  const times = new Map(
    problem?.stations.map(({ id, calendar }) => {
      const opened = schedule.opened.filter(({ station }) => station === id).map(({ interval }) => interval);
      return [id, new WorkingTime([...calendar, ...opened])];
    }),
  );
  return {
    axis,
    fixed: new Set(problem?.fixed.map(({ op }) => op)),
    lateBySeconds: new Map(schedule.late.map(({ job, bySeconds }) => [job, bySeconds])),
    pieces: (station, from, to) => times.get(station)?.pieces(from, to) ?? [[from, to]],
  };
}

function rows(
  stations: string[],
  schedule: ScheduleFile,
  style: BarStyle,
  problem: Problem | undefined,
): string {
  const known = new Map(problem?.stations.map((station) => [station.id, station]));
  return stations
    .map((id, i) => {
      const y = TOP + i * ROW;
      const placed = schedule.operations.filter(({ station }) => station === id);
      return element(
        'g',
        {},
        [
          stationBackground(known.get(id), schedule.opened, style, y),
          ...placed.map((operation) => operationBar(operation, style, y)),
          text(id, { x: 10, y: y + ROW / 2 + 4 }),
          element('line', { x1: 0, x2: '100%', y1: y + ROW, y2: y + ROW, stroke: '#ccc' }),
        ].join(''),
      );
    })
    .join('\n');
}

function grid({ ticks, x }: TimeAxis, bottom: number): string {
  return ticks
    .map(
      ({ at, label }) =>
        element('line', {
          x1: x(at),
          x2: x(at),
          y1: TOP - 6,
          y2: bottom,
          stroke: '#000',
          'stroke-opacity': 0.12,
        }) + text(label, { x: x(at), y: TOP - 10, class: 'tick' }),
    )
    .join('');
}

function legend(y: number): string {
  const entries: [string, Record<string, string | number>][] = [
    ['changeover', { fill: 'url(#changeover)', stroke: '#555' }],
    ['run (colour = job)', { fill: 'hsl(200,60%,76%)', stroke: '#555' }],
    ['late job', { fill: '#fff', stroke: '#c00020', 'stroke-width': 2 }],
    ['fixed', { fill: '#fff', stroke: '#555', 'stroke-dasharray': '4 2' }],
    ['not working', { fill: '#d9d9d9' }],
    ['overtime opened', { fill: '#ffe3a3' }],
  ];
  return entries
    .map(
      ([name, paint], i) =>
        element('rect', { x: LEFT + i * 170, y: y - 11, width: 24, height: 13, ...paint }) +
        text(name, { x: LEFT + i * 170 + 30, y }),
    )
    .join('');
}

function headline({ score, terms, operations, unplaced, late }: ScheduleFile): string {
  const parts = Object.entries(terms)
    .filter(([, value]) => value > 0)
    .map(([name, value]) => `${name} ${value}`);
  const sum = parts.length > 0 ? ` = ${parts.join(' + ')}` : '';
  return `Score ${score}${sum} · ${operations.length} operations · ${late.length} late jobs · ${unplaced.length} unplaced`;
}

function noteLines({ late, unplaced }: ScheduleFile): string[] {
  const worst = [...late].sort((a, b) => b.bySeconds - a.bySeconds);
  const lines = [
    ...worst
      .slice(0, LISTED)
      .map(({ job, bySeconds }) => `${job} is late by ${(bySeconds / 3600).toFixed(1)} h`),
    ...unplaced.slice(0, LISTED).map(({ op, reason }) => `${op} has no place: ${reason}`),
  ];
  const left = late.length + unplaced.length - lines.length;
  return left > 0 ? [...lines, `… and ${left} more`] : lines;
}
