import { holdWording, overTarget } from '@takt/production';
import { type Format, stationSigns, operationSigns, Figure, Icon, StateBadge, useFormat } from '@takt/ui';
import { OverTarget } from '../../components/over-target';
import { customerOf, itemOf } from '../../lib/names';
import type { ExpectedOperation } from '../../lib/outbox/expected-operations';
import { useFloorText } from '../../lib/texts';
import { MachineCounts } from './machine-counts';
import css from './operator-page.module.css';
import { FinishFigure } from './finish-figure';
import type { StationWork } from './steady-work';
import { UnexplainedStops } from './unexplained-stops';
import { useLiveStation } from './use-station';

type Work = StationWork<ExpectedOperation> & { readonly now: ExpectedOperation };

/** Why an operation is on hold, with what people call what was measured. */
function reasonOf({ holdReason, limits }: ExpectedOperation, { name }: Format): string {
  const wording = holdWording(holdReason ?? '', limits, []);
  return wording ? name(wording) : (holdReason ?? '');
}

function Order({ operation, gone }: { operation: ExpectedOperation; gone: boolean }) {
  const say = useFloorText();
  const format = useFormat();
  const customer = customerOf(operation);
  return (
    <section className={css.now} aria-label={say('operator.now')}>
      <div className={css.row}>
        <span>{operation.workOrder}</span>
        <Figure
          value={format.qty(operation.qtyGood)}
          of={format.qty(operation.qtyTarget)}
          unit={format.unit(operation.unit)}
        />
      </div>
      <p className={css.item}>
        <StateBadge sign={operationSigns[operation.status]} />
        <strong>{format.name(itemOf(operation))}</strong>
        <span className={css.name}>{format.name(operation)}</span>
        {customer ? <span className={css.name}>{format.name(customer)}</span> : null}
        {operation.holdReason ? <span className={css.name}>{reasonOf(operation, format)}</span> : null}
        {operation.queued > 0 ? (
          <span className={css.queued}>
            <Icon name="queued" /> {say('operator.queued', { count: operation.queued })}
          </span>
        ) : null}
        {gone ? (
          <span className={css.gone} data-tone="blue">
            {say('operator.gone')}
          </span>
        ) : null}
      </p>
    </section>
  );
}

function Figures({ station, operation }: { station: string; operation: ExpectedOperation }) {
  const say = useFloorText();
  const format = useFormat();
  const rest = Math.max(0, Number(operation.qtyTarget) - Number(operation.qtyGood));
  const over = overTarget(operation);
  return (
    <section className={css.figures} aria-label={say('operator.figures')}>
      <Figure
        size={3}
        label={say('made.rest')}
        value={format.qty(rest)}
        note={over === 0 ? undefined : <OverTarget over={over} />}
      />
      <Figure size={3} label={say('made.scrap')} value={format.qty(operation.qtyScrap)} />
      <Figure size={3} label={say('made.rework')} value={format.qty(operation.qtyRework)} />
      <FinishFigure operation={operation} />
      <MachineCounts station={station} />
    </section>
  );
}

function Next({ operation }: { operation: ExpectedOperation | undefined }) {
  const say = useFloorText();
  const format = useFormat();
  return (
    <section className={css.next} aria-label={say('operator.next')}>
      <span>{say('operator.next')}</span>
      {operation ? (
        <>
          <strong>
            {operation.workOrder} {format.name(itemOf(operation))}
          </strong>
          <span>
            {format.qty(operation.qtyTarget)} {format.unit(operation.unit)}
            {operation.plannedStartAt === null ? null : ` · ${format.when(operation.plannedStartAt)}`}
          </span>
        </>
      ) : (
        <span>{say('operator.no-next')}</span>
      )}
    </section>
  );
}

/** State of the station, what is made now with its figures, what comes next; where there is little room, the state is lower. */
export function NowPanel({ station, work }: { station: string; work: Work }) {
  const live = useLiveStation(station);
  return (
    <>
      <div className={css.state} data-line>
        <StateBadge sign={stationSigns[live?.state ?? 'unknown']} since={live?.stateSince} size="full" />
        <UnexplainedStops station={station} />
      </div>
      <Order operation={work.now} gone={work.gone} />
      <div className={css.below}>
        <Figures station={station} operation={work.now} />
        <Next operation={work.next} />
      </div>
    </>
  );
}
