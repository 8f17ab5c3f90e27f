import { useEffect, useMemo, useRef, useState } from 'react';
import { Button } from '../button/button';
import { DataTable } from '../data/data-table';
import { useUiText } from '../i18n/texts';
import { EmptyState } from '../page/page-state';
import { useFormat } from '../runtime/use-format';
import { useLook } from '../runtime/use-look';
import { chartOption, seriesName, type ChartData } from './chart-option';
import css from './chart.module.css';

/** Most decimals at the axis: its values are round ones, and none may read as the next. */
const TICK_DECIMALS = 9;

/** A chart that answers one question. */
export interface ChartProps {
  /** the question it answers */
  readonly title: string;
  readonly data: ChartData;
  /** what the labels are: days, stations */
  readonly labelName: string;
  /** most decimals of the values */
  readonly decimals?: number;
  /** px */
  readonly height?: number;
}

/** A line or bar chart with its unit, its comparison, and the table behind it one click away. */
export function Chart({ title, data, labelName, decimals = 1, height = 240 }: ChartProps) {
  const say = useUiText();
  const [asTable, setAsTable] = useState(false);
  const empty = data.series.every(({ values }) => values.every((value) => value === null));
  return (
    <figure className={css.chart}>
      <figcaption className={css.head}>
        <h3>{title}</h3>
        <Button kind="bare" icon={asTable ? 'chart' : 'table'} onClick={() => setAsTable(!asTable)}>
          {say(asTable ? 'chart.chart' : 'chart.table')}
        </Button>
      </figcaption>
      {empty ? (
        <EmptyState title={say('chart.no-data')} />
      ) : asTable ? (
        <ChartTable title={title} data={data} labelName={labelName} decimals={decimals} />
      ) : (
        <Plot title={title} data={data} decimals={decimals} height={height} />
      )}
    </figure>
  );
}

function Plot({
  title,
  data,
  decimals,
  height,
}: {
  title: string;
  data: ChartData;
  decimals: number;
  height: number;
}) {
  const say = useUiText();
  const format = useFormat();
  const [{ theme, language }] = useLook();
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    let end = () => undefined as void;
    let gone = false;
    void import('./chart-engine').then(({ startChart }) => {
      if (gone) return;
      const style = getComputedStyle(element);
      const colour = (name: string) => style.getPropertyValue(`--${name}`).trim();
      const chart = startChart(element);
      const words = {
        target: say('chart.target'),
        previous: say('chart.previous'),
        value: (value: number) => format.number(value, decimals),
        tick: (value: number) => format.number(value, TICK_DECIMALS),
      };
      chart.setOption(chartOption(data, colour, style.fontFamily, words));
      const watch = new ResizeObserver(() => chart.resize());
      watch.observe(element);
      end = () => {
        watch.disconnect();
        chart.dispose();
      };
    });
    return () => {
      gone = true;
      end();
    };
  }, [data, say, format, decimals, theme, language]);
  return <div ref={ref} className={css.plot} style={{ height }} role="img" aria-label={title} />;
}

function ChartTable({ title, data, labelName, decimals }: Omit<ChartProps, 'height'> & { decimals: number }) {
  const say = useUiText();
  const format = useFormat();
  const columns = useMemo(
    () => [
      { key: 'label', header: labelName, text: (at: number) => data.labels[at] ?? '' },
      ...data.series.map((series, place) => ({
        key: String(place),
        header: `${seriesName(series, { previous: say('chart.previous') })} (${data.unit})`,
        text: (at: number) => format.number(series.values[at], decimals),
        align: 'end' as const,
      })),
    ],
    [data, labelName, decimals, format, say],
  );
  return <DataTable label={title} columns={columns} rows={data.labels.map((_, at) => at)} rowKey={String} />;
}
