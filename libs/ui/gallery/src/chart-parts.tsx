import { Button, Chart, Figure, Gantt, Sparkline, useFormat, useUiText, type ChartData } from '@takt/ui';
import { useMemo, useState } from 'react';
import type { Part } from './part';
import { samplePlan } from './sample-plan';

const days = Array.from({ length: 14 }, (_, at) => Date.parse('2026-02-26T12:00:00Z') + at * 86_400_000);
const trend = [71, 73, 70, 74, 76, 75, null, 78, 77, 79, 74, 76, 80, 81];

function Trends() {
  const say = useUiText();
  const format = useFormat();
  const data = useMemo(
    (): ChartData => ({
      kind: 'line',
      unit: '%',
      labels: days.map((day) => format.day(day)),
      target: 85,
      series: [
        { name: 'OEE', values: trend },
        {
          values: trend.map((value) => value && value - 4 - (value % 3)),
          role: 'previous',
        },
      ],
    }),
    [format, say],
  );
  return <Chart title="OEE" data={data} labelName={say('gantt.start')} />;
}

function States() {
  const say = useUiText();
  const data = useMemo(
    (): ChartData => ({
      kind: 'bar',
      unit: 'h',
      labels: ['Oven 1', 'Oven 2', 'Mixer', 'Packer 1'],
      series: [
        { name: say('state.running'), tone: 'green', stack: 'time', values: [5.2, 6.1, 4.4, 5.9] },
        { name: say('state.setup'), tone: 'blue', stack: 'time', values: [0.8, 0.6, 1.2, 0.3] },
        { name: say('state.idle'), tone: 'yellow', stack: 'time', values: [0.9, 0.8, 1.9, 1.5] },
        { name: say('state.fault'), tone: 'red', stack: 'time', values: [1.1, 0.5, 0.5, 0.3] },
      ],
    }),
    [say],
  );
  return <Chart title={say('gantt.state')} data={data} labelName={say('gantt.station')} />;
}

function Plan({ count, height }: { count: number; height: string }) {
  const { place } = useFormat();
  const [shift, setShift] = useState(0);
  const chinese = place.language === 'zh-CN';
  const plan = useMemo(() => samplePlan(count, chinese, shift), [count, chinese, shift]);
  return (
    <div className="stack">
      <Gantt plan={plan} height={height} onOpen={() => undefined} />
      <div>
        <Button icon="loop" id={`replan-${count}`} onClick={() => setShift(shift === 0 ? 1.5 : 0)}>
          {count}
        </Button>
      </div>
    </div>
  );
}

/** Pictures of numbers and of time. */
export const chartParts: readonly Part[] = [
  {
    id: 'figures',
    show: () => (
      <div className="flow" style={{ gap: 64 }}>
        <Figure label="OEE" value="81.0" unit="%" note="+4.0" />
        <Figure label="OTD" value="92.4" unit="%" note="−1.2" tone="red" />
        <div style={{ width: 220 }}>
          <Sparkline values={trend} target={85} first="71 %" last="81 %" />
        </div>
      </div>
    ),
  },
  {
    id: 'chart',
    show: () => (
      <div style={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 40 }}>
        <Trends />
        <States />
      </div>
    ),
  },
  { id: 'gantt', show: () => <Plan count={220} height="560px" /> },
  { id: 'gantt-5000', show: () => <Plan count={5000} height="420px" /> },
];
