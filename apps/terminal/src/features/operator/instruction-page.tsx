import type { ProcessLimit } from '@takt/contracts';
import { EmptyState, useFormat, useLook } from '@takt/ui';
import { FloorFrame } from '../../components/floor-frame';
import { useFloorText } from '../../lib/texts';
import { useFloorScan } from '../../lib/use-floor-scan';
import css from './instruction-page.module.css';
import { useLiveStation, useStationId, useWork } from './use-station';

/** Is a measurement outside its limits? */
function outside({ min, max }: ProcessLimit, value: number | undefined): boolean {
  return value !== undefined && ((min !== null && value < min) || (max !== null && value > max));
}

function Limits({ limits, station }: { limits: readonly ProcessLimit[]; station: string }) {
  const say = useFloorText();
  const format = useFormat();
  const measures = useLiveStation(station)?.measures ?? {};
  return (
    <table className={css.limits}>
      <thead>
        <tr>
          <th scope="col">{say('limit.name')}</th>
          <th scope="col">{say('limit.now')}</th>
          <th scope="col">{say('limit.range')}</th>
        </tr>
      </thead>
      <tbody>
        {limits.map((limit) => (
          <tr key={limit.parameter} data-tone={outside(limit, measures[limit.parameter]) ? 'red' : undefined}>
            <th scope="row">{limit.parameter}</th>
            <td>{format.number(measures[limit.parameter] ?? null, 1)}</td>
            <td>
              {format.number(limit.min, 1)} … {format.number(limit.max, 1)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** How the operation is done: its steps, and its process limits beside what the machine measures now. */
export function InstructionPage() {
  const say = useFloorText();
  const station = useStationId();
  const [{ language }] = useLook();
  const { now } = useWork(station);
  useFloorScan();
  const text = (language === 'zh-CN' && now?.instructionZh ? now.instructionZh : now?.instruction) ?? '';
  const steps = text.split('\n').filter((step) => step.trim() !== '');
  return (
    <FloorFrame
      title={now ? `${say('instruction.title')} · ${now.workOrder}` : say('instruction.title')}
      back={`/operator?station=${station}`}
    >
      {steps.length === 0 && (now?.limits ?? []).length === 0 ? (
        <EmptyState title={say('instruction.none')} hint={say('instruction.none-hint')} />
      ) : (
        <div className={css.page}>
          <ol className={css.steps}>
            {steps.map((step, at) => (
              <li key={at}>{step}</li>
            ))}
          </ol>
          {now && now.limits.length > 0 ? <Limits limits={now.limits} station={station} /> : null}
        </div>
      )}
    </FloorFrame>
  );
}
