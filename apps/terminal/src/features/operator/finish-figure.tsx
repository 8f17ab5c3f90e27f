import { Figure, useFactoryNow, useFormat } from '@takt/ui';
import type { ExpectedOperation } from '../../lib/outbox/expected-operations';
import { predictedFinish, type PredictedFinish } from '../../lib/predicted-finish';
import { useFloorText, type FloorKey } from '../../lib/texts';

const labels: Readonly<Record<PredictedFinish['from'], FloorKey>> = {
  pace: 'finish.predicted',
  core: 'finish.predicted',
  plan: 'finish.planned',
  passed: 'finish.passed',
};

/** When the operation will be done, and whether that is in time. */
export function FinishFigure({ operation }: { operation: ExpectedOperation }) {
  const say = useFloorText();
  const format = useFormat();
  const now = useFactoryNow(10_000);
  const finish = predictedFinish(operation, now);
  if (!finish) return null;
  const lateSec = (finish.atMs - Date.parse(operation.dueAt)) / 1000;
  return (
    <Figure
      size={3}
      label={say(labels[finish.from])}
      value={format.when(finish.atMs)}
      note={
        lateSec > 0
          ? say('finish.late', { time: format.planned(lateSec) })
          : say('finish.due', { time: format.when(operation.dueAt) })
      }
      tone={lateSec > 0 ? 'red' : undefined}
    />
  );
}
