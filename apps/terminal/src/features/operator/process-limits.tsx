import type { ProcessLimit } from '@takt/contracts';
import { useFormat } from '@takt/ui';
import { useFloorText } from '../../lib/texts';
import css from './instruction-page.module.css';
import { useLiveStation } from './use-station';

/** Is a measurement outside its limits? */
function outside({ min, max }: ProcessLimit, value: number | undefined): boolean {
  return value !== undefined && ((min !== null && value < min) || (max !== null && value > max));
}

/** Process limits beside what the machine measures now. */
export function ProcessLimits({ limits, station }: { limits: readonly ProcessLimit[]; station: string }) {
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
            <th scope="row">{format.name({ ...limit, name: limit.name ?? limit.parameter })}</th>
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
