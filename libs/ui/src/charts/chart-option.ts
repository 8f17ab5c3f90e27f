import type { EChartsCoreOption } from 'echarts/core';
import type { Tone } from '../state/tone';

/** One series of a chart. */
export interface ChartSeries {
  /** may be left out of what it is compared with */
  readonly name?: string;
  /** one value per label; null: none */
  readonly values: readonly (number | null)[];
  /** a state's colour; without one the series is drawn in the accent */
  readonly tone?: Tone;
  /** `previous`: what it is compared with, in grey */
  readonly role?: 'main' | 'previous';
  /** series of the same stack lie on each other */
  readonly stack?: string;
}

/** What a chart shows. */
export interface ChartData {
  readonly kind: 'line' | 'bar';
  /** labels of the axis, written for the reader */
  readonly labels: readonly string[];
  readonly series: readonly ChartSeries[];
  readonly unit: string;
  /** drawn as a line */
  readonly target?: number | undefined;
}

/** Words of a chart. */
export interface ChartWords {
  readonly target: string;
  readonly previous: string;
  /** writes a value for the reader */
  readonly value: (value: number) => string;
  /** writes a value at the axis: the steps may be finer than the values need */
  readonly tick: (value: number) => string;
}

/** The name of a series. */
export function seriesName({ name, role }: ChartSeries, words: Pick<ChartWords, 'previous'>): string {
  return name ?? (role === 'previous' ? words.previous : '');
}

/** Reads a colour of the theme: `text`, `line`, `accent`, … */
export type ReadColour = (name: string) => string;

const textStyle = (colour: string, family: string) => ({ color: colour, fontFamily: family, fontSize: 13 });

/**
 * The chart library's description of a chart.
 * @param data what it shows
 * @param colour reads the theme
 * @param family font family
 * @param words words and values for the reader
 */
export function chartOption(
  data: ChartData,
  colour: ReadColour,
  family: string,
  words: ChartWords,
): EChartsCoreOption {
  const soft = textStyle(colour('soft'), family);
  const many = data.series.length > 1;
  return {
    animation: false,
    textStyle: { fontFamily: family },
    grid: { left: 4, right: 16, top: many ? 44 : 28, bottom: 4, containLabel: true },
    legend: many
      ? {
          top: 0,
          left: 0,
          icon: 'roundRect',
          itemWidth: 14,
          itemHeight: 10,
          textStyle: soft,
          selectedMode: false,
        }
      : undefined,
    tooltip: {
      trigger: 'axis',
      confine: true,
      backgroundColor: colour('surface'),
      borderColor: colour('control'),
      textStyle: textStyle(colour('text'), family),
      valueFormatter: (value: unknown) =>
        typeof value === 'number' ? `${words.value(value)} ${data.unit}` : '–',
    },
    xAxis: {
      type: 'category',
      data: data.labels,
      boundaryGap: data.kind === 'bar',
      axisLine: { lineStyle: { color: colour('control') } },
      axisTick: { show: false },
      axisLabel: { ...soft, hideOverlap: true },
    },
    yAxis: {
      type: 'value',
      name: data.unit,
      nameTextStyle: { ...soft, align: 'left' },
      scale: data.kind === 'line',
      min: bottomOf(data),
      max: topOf(data),
      axisLabel: { ...soft, formatter: words.tick },
      splitLine: { lineStyle: { color: colour('line') } },
    },
    series: data.series.map((series, at) => seriesOption(series, at, data, { colour, words })),
  };
}

/** Above this a line of percentages that does not change would be drawn on an axis beyond 100 %. */
const HIGH_PERCENT = 66;

/**
 * Where the axis of the values ends; undefined: where the chart library ends it. The target is on it, and a share ends at 100 %
 * unless there is more.
 */
export function topOf({
  unit,
  target,
  series,
}: Pick<ChartData, 'unit' | 'target' | 'series'>): number | undefined {
  const values = series.flatMap(({ values: own }) => own.filter((value) => value !== null));
  const top = Math.max(...values, target ?? Number.NEGATIVE_INFINITY);
  if (unit === '%' && top > HIGH_PERCENT && top <= 100) return 100;
  return target === undefined ? undefined : roundUp(top);
}

/** Where the axis of the values begins; undefined: where the chart library begins it. Shares that do not change stand against nothing. */
export function bottomOf({ unit, series }: Pick<ChartData, 'unit' | 'series'>): number | undefined {
  const values = new Set(series.flatMap(({ values: own }) => own.filter((value) => value !== null)));
  return unit === '%' && values.size === 1 ? 0 : undefined;
}

/** A round number at or above a value, so that the axis ends on a line of its own. */
function roundUp(value: number): number {
  const step = 10 ** Math.floor(Math.log10(Math.abs(value) || 1) - 0.7);
  return Math.ceil(value / step) * step;
}

const LONE_SIZE = 8;

/** A value without neighbours has no line that would show it: it is drawn as a dot. */
function symbolsOf(values: ChartSeries['values']) {
  const none = (at: number) => (values[at] ?? null) === null;
  const lone = (at: number) => !none(at) && none(at - 1) && none(at + 1);
  if (!values.some((_, at) => lone(at))) return { showSymbol: false };
  const symbolSize = (_: unknown, { dataIndex }: { readonly dataIndex: number }) =>
    lone(dataIndex) ? LONE_SIZE : 0;
  return { showSymbol: true, showAllSymbol: true, symbol: 'circle', symbolSize };
}

function seriesOption(
  series: ChartSeries,
  at: number,
  { kind, target }: ChartData,
  { colour, words }: { readonly colour: ReadColour; readonly words: ChartWords },
) {
  const previous = series.role === 'previous';
  const ink = previous ? colour('control') : series.tone ? colour(series.tone) : colour('accent');
  const line = { color: ink, width: previous ? 1.5 : 2.25, type: previous ? 'dashed' : 'solid' };
  const aim = target &&
    at === 0 && {
      silent: true,
      symbol: 'none',
      lineStyle: { color: colour('text'), type: 'dashed', width: 1.5 },
      label: { formatter: words.target, position: 'insideEndTop', color: colour('text'), fontSize: 12 },
      data: [{ yAxis: target }],
    };
  return {
    type: kind,
    name: seriesName(series, words),
    data: series.values,
    color: ink,
    z: previous ? 2 : 3,
    ...(series.stack === undefined ? {} : { stack: series.stack }),
    ...(kind === 'line'
      ? { ...symbolsOf(series.values), lineStyle: line, connectNulls: false }
      : {
          barMaxWidth: 36,
          itemStyle: { color: ink, borderColor: colour('surface'), borderWidth: series.stack ? 0.5 : 0 },
        }),
    ...(aim ? { markLine: aim } : {}),
  };
}
