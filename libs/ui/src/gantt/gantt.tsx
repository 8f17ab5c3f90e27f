import { useId, useState, type MouseEvent, type ReactNode } from 'react';
import { Button } from '../button/button';
import { useUiText } from '../i18n/texts';
import { useFormat } from '../runtime/use-format';
import { barWords } from './bar-words';
import { GanttCard } from './gantt-card';
import { GanttTable } from './gantt-table';
import { GanttTools } from './gantt-tools';
import css from './gantt.module.css';
import type { GanttBar, GanttPlan } from './plan';
import { useAttention } from './use-attention';
import { useGanttScreen, useWheelZoom } from './use-gantt-screen';

/** A plan and what can be done with it. */
export interface GanttProps {
  readonly plan: GanttPlan;
  readonly onOpen?: (bar: GanttBar) => void;
  /** id of the bar that the page is about: it is brought into view and ringed */
  readonly chosen?: string | undefined;
  /** explains a bar: why here, why not earlier, what it waits for */
  readonly explain?: (bar: GanttBar) => ReactNode;
  /** CSS height */
  readonly height?: string;
}

/** The plan: rows are stations, bars are operations. Mouse, touch and keyboard; the same as a table one click away. */
export function Gantt({ plan, onOpen, chosen, explain, height = '60dvh' }: GanttProps) {
  const say = useUiText();
  const [asTable, setAsTable] = useState(false);
  const toggle = (
    <Button icon={asTable ? 'gantt' : 'table'} onClick={() => setAsTable(!asTable)}>
      {say(asTable ? 'gantt.chart' : 'gantt.table')}
    </Button>
  );
  if (!asTable)
    return (
      <GanttChart
        plan={plan}
        onOpen={onOpen}
        chosen={chosen}
        explain={explain}
        height={height}
        toggle={toggle}
      />
    );
  return (
    <div className={css.gantt}>
      <div className={css.tools}>{toggle}</div>
      <GanttTable plan={plan} height={height} {...(onOpen && { onOpen })} />
    </div>
  );
}

interface ChartProps extends Pick<GanttProps, 'plan'> {
  readonly onOpen: GanttProps['onOpen'];
  readonly chosen: GanttProps['chosen'];
  readonly explain: GanttProps['explain'];
  readonly height: string;
  readonly toggle: ReactNode;
}

function GanttChart({ plan, onOpen, chosen, explain, height, toggle }: ChartProps) {
  const say = useUiText();
  const format = useFormat();
  const id = useId();
  const { scroller, space, canvas, screen } = useGanttScreen(plan);
  const { shown, focused, look, focus, key } = useAttention(screen, onOpen, chosen);
  const rowLabel = (row: string) => plan.rows.find((each) => each.id === row)?.label ?? row;
  useWheelZoom(scroller, screen);
  const under = (event: MouseEvent) => {
    const box = event.currentTarget.getBoundingClientRect();
    return screen?.find(event.clientX - box.left, event.clientY - box.top);
  };
  return (
    <div className={css.gantt}>
      <GanttTools screen={screen} toggle={toggle} />
      <div className={css.frame}>
        <div
          ref={scroller}
          className={css.scroller}
          style={{ height }}
          role="group"
          tabIndex={0}
          aria-label={say('gantt.label')}
          aria-describedby={`${id}-help`}
          onKeyDown={key}
        >
          <div ref={space}>
            <canvas
              ref={canvas}
              className={css.canvas}
              onPointerMove={(event) => look(under(event))}
              onPointerLeave={() => look(undefined)}
              onClick={(event) => {
                const bar = under(event);
                focus(bar);
                if (bar) onOpen?.(bar);
              }}
            />
          </div>
        </div>
        {shown && screen ? (
          <GanttCard
            bar={shown}
            screen={screen}
            scroller={scroller.current}
            station={rowLabel(shown.row)}
            explain={explain}
          />
        ) : null}
      </div>
      <p id={`${id}-help`} className="unseen">
        {say('gantt.help')}
      </p>
      <p className="unseen" aria-live="polite">
        {focused ? barWords(focused, { say, format, rowLabel }) : ''}
      </p>
    </div>
  );
}
