import { instructionRoutes, type ProcessLimit, type ShownStep } from '@takt/contracts';
import { Button, EmptyState, useLook, useRead, WhenLoaded } from '@takt/ui';
import { useSearchParams } from 'react-router';
import { FloorFrame } from '../../components/floor-frame';
import type { ExpectedOperation } from '../../lib/outbox/expected-operations';
import { useFloorText } from '../../lib/texts';
import { useFloorScan } from '../../lib/use-floor-scan';
import css from './instruction-page.module.css';
import { ProcessLimits } from './process-limits';
import { StepAnswer } from './step-capture';
import { StepMedia } from './step-media';
import { useStationId, useWork } from './use-station';

/** One page of an instruction: a step, or the process limits, which come last. */
type Leaf = { readonly step: ShownStep } | { readonly limits: readonly ProcessLimit[] };

function leavesOf(steps: readonly ShownStep[], limits: readonly ProcessLimit[]): readonly Leaf[] {
  return [...steps.map((step) => ({ step })), ...(limits.length > 0 ? [{ limits }] : [])];
}

interface StepProps {
  readonly step: ShownStep;
  readonly operation: ExpectedOperation;
  readonly station: string;
  readonly before: string;
}

function Step({ step, operation, station, before }: StepProps) {
  const [{ language }] = useLook();
  const { no, text, textZh, media, capture } = step;
  const words = language === 'zh-CN' ? textZh || text : text || textZh;
  return (
    <div className={css.step} data-asks={capture ? 'yes' : 'no'} data-shows={media ? 'yes' : 'no'}>
      <div className={css.told}>
        {words === '' ? null : <p className={css.words}>{words}</p>}
        {media ? <StepMedia key={media.id} media={media} /> : null}
      </div>
      {capture ? <StepAnswer key={no} {...{ operation, station, no, capture }} before={before} /> : null}
    </div>
  );
}

interface LeavesProps {
  readonly operation: ExpectedOperation;
  readonly station: string;
  readonly steps: readonly ShownStep[];
}

/** An instruction, one page at a time; forward and back stay in the same place. */
function Leaves({ operation, station, steps }: LeavesProps) {
  const say = useFloorText();
  const [query, setQuery] = useSearchParams();
  const leaves = leavesOf(steps, operation.limits);
  const asked = Number(query.get('step') ?? '1');
  const at = Math.min(Math.max(Number.isInteger(asked) ? asked : 1, 1), Math.max(leaves.length, 1));
  const leaf = leaves[at - 1];
  const asks = leaf !== undefined && 'step' in leaf && leaf.step.capture !== null;
  const turn = (by: number) => setQuery({ station, step: String(at + by) }, { replace: true });
  const foot = leaf && (
    <div className={css.turn}>
      <Button primary icon="left" disabled={at === 1} onClick={() => turn(-1)}>
        {say('instruction.before')}
      </Button>
      <p className={css.place}>
        {'step' in leaf
          ? say('instruction.place', { no: at, of: leaves.length })
          : say('instruction.limits', { no: at, of: leaves.length })}
      </p>
      <Button
        primary
        kind={asks ? 'plain' : 'main'}
        icon="right"
        disabled={at === leaves.length}
        onClick={() => turn(1)}
      >
        {say('instruction.next')}
      </Button>
    </div>
  );
  return (
    <FloorFrame
      title={`${say('instruction.title')} · ${operation.workOrder}`}
      back={`/operator?station=${station}`}
      foot={foot}
    >
      {!leaf ? (
        <EmptyState title={say('instruction.none')} hint={say('instruction.none-hint')} />
      ) : 'step' in leaf ? (
        <Step
          key={leaf.step.no}
          step={leaf.step}
          operation={operation}
          station={station}
          before={query.get('value') ?? ''}
        />
      ) : (
        <ProcessLimits limits={leaf.limits} station={station} />
      )}
    </FloorFrame>
  );
}

/** How the operation is done: one step at a time with what it shows and asks, then its process limits. */
export function InstructionPage() {
  const say = useFloorText();
  const station = useStationId();
  const { now } = useWork(station);
  useFloorScan();
  const instruction = useRead(
    instructionRoutes.get,
    { params: { operation: now?.id ?? '' } },
    { enabled: now !== undefined },
  );
  if (now && instruction.data)
    return <Leaves key={now.id} operation={now} station={station} steps={instruction.data.steps} />;
  return (
    <FloorFrame title={say('instruction.title')} back={`/operator?station=${station}`}>
      {now ? (
        <WhenLoaded of={instruction}>{() => null}</WhenLoaded>
      ) : (
        <EmptyState title={say('instruction.none')} hint={say('instruction.none-hint')} />
      )}
    </FloorFrame>
  );
}
