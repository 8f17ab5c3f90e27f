import type { Station } from '../../src';
import type { Placement, ScheduleFile } from '../../src/verify/files';
import { element, escapeXml, text } from './svg';
import { instantLabel, type TimeAxis } from './time-axis';

/** Height of a row and of the bars in it, in pixels. */
export const ROW = 30;
const BAR = 20;
const INSET = (ROW - BAR) / 2;

/** What the bars of a chart have in common. */
export interface BarStyle {
  axis: TimeAxis;
  /** Working parts of [from, to) on a station; the whole span where the calendar is not known. */
  pieces(station: string, from: number, to: number): readonly (readonly [number, number])[];
  lateBySeconds: ReadonlyMap<string, number>;
  fixed: ReadonlySet<string>;
}

/** Grey for the time in which a station does not work, amber for opened overtime; nothing when the station is not known. */
export function stationBackground(
  station: Station | undefined,
  opened: ScheduleFile['opened'],
  { axis, pieces }: BarStyle,
  y: number,
): string {
  if (!station) return '';
  const box = (from: number, to: number, fill: string): string =>
    element('rect', { x: axis.x(from), y, width: axis.x(to) - axis.x(from), height: ROW, fill });
  const working = pieces(station.id, axis.from, axis.to);
  const edges = [axis.from, ...working.flat(), axis.to];
  let drawn = '';
  for (let i = 0; i < edges.length; i += 2)
    if (edges[i + 1] > edges[i]) drawn += box(edges[i], edges[i + 1], '#d9d9d9');
  const busy = Math.min(station.freeAt, axis.to);
  if (busy > axis.from) drawn += box(axis.from, busy, '#c2c8cf');
  for (const { interval } of opened.filter((entry) => entry.station === station.id))
    if (interval[0] < axis.to) drawn += box(interval[0], Math.min(interval[1], axis.to), '#ffe3a3');
  return drawn;
}

/** One operation: hatched changeover, run in the colour of its job, a red outline when the job is late, a title to hover over. */
export function operationBar(operation: Placement, style: BarStyle, y: number): string {
  const { op, station, start, runStart, end } = operation;
  const { axis, lateBySeconds } = style;
  const fixed = style.fixed.has(op);
  const pieces: BarStyle['pieces'] = fixed ? (_, from, to) => [[from, to]] : style.pieces;
  const job = op.slice(0, op.indexOf('/'));
  const late = lateBySeconds.get(job);
  const box = ([from, to]: readonly [number, number], fill: string): string =>
    element('rect', {
      x: axis.x(from),
      y: y + INSET,
      width: Math.max(0.5, axis.x(to) - axis.x(from)),
      height: BAR,
      fill,
    });
  const parts = [
    element('title', {}, titleOf(operation, late, fixed)),
    line(axis.x(start), axis.x(end), y + ROW / 2),
    ...pieces(station, start, runStart).map((piece) => box(piece, 'url(#changeover)')),
    ...pieces(station, runStart, end).map((piece) => box(piece, jobColour(op))),
    outline(axis.x(start), axis.x(end), y, { late: late !== undefined, fixed }),
    barLabel(op, axis.x(runStart), axis.x(end), y),
  ];
  return element('g', {}, parts.join(''));
}

function line(from: number, to: number, y: number): string {
  return element('line', { x1: from, x2: to, y1: y, y2: y, stroke: '#666', 'stroke-width': 1 });
}

function outline(
  from: number,
  to: number,
  y: number,
  { late, fixed }: { late: boolean; fixed: boolean },
): string {
  return element('rect', {
    x: from,
    y: y + INSET,
    width: Math.max(0.5, to - from),
    height: BAR,
    fill: 'none',
    stroke: late ? '#c00020' : '#555',
    'stroke-width': late ? 2 : 0.5,
    'stroke-dasharray': fixed ? '4 2' : undefined,
  });
}

/** The whole name where it fits, else the job's, else nothing. */
function barLabel(op: string, from: number, to: number, y: number): string {
  const fitting = (to - from - 6) / 6;
  const label = [op, op.slice(0, op.indexOf('/'))].find(({ length }) => length <= fitting);
  return label === undefined ? '' : text(label, { x: from + 3, y: y + ROW / 2 + 4, class: 'bar' });
}

function titleOf(
  { op, station, start, runStart, end }: Placement,
  late: number | undefined,
  fixed: boolean,
): string {
  const lines = [
    `${op} on ${station}${fixed ? ' (fixed)' : ''}`,
    ...(runStart > start ? [`changeover ${instantLabel(start, 1)} – ${instantLabel(runStart, 1)}`] : []),
    `run ${instantLabel(runStart, 1)} – ${instantLabel(end, 1)}`,
    ...(late === undefined ? [] : [`job late by ${instantLabel(late, 1)}`]),
  ];
  return escapeXml(lines.join('\n'));
}

/** A light colour of its own for each job; operations `3.1`, `3.2` of one large job are told apart by their first number. */
function jobColour(op: string): string {
  const [job, step] = op.split('/');
  const name = /^\d+\.\d+$/.test(step) ? step.slice(0, step.indexOf('.')) : job;
  let hash = 2166136261;
  for (const sign of name) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 16777619);
  return `hsl(${(hash >>> 0) % 360},60%,${70 + ((hash >>> 16) % 3) * 6}%)`;
}
