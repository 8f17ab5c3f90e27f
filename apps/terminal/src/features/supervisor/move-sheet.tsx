import { operationRoutes, type Operation } from '@takt/contracts';
import { Button, Sheet, showToast, useFactoryNow, useFormat, useWrite } from '@takt/ui';
import { useState } from 'react';
import { useNames } from '../../lib/names';
import { useFloorText } from '../../lib/texts';
import { Answer, DecideButton } from './decide';
import css from './decide.module.css';

const MINUTE_MS = 60_000;
/** Starts that can be chosen, in minutes from now. */
const LATER_MIN = [0, 30, 60, 120, 240, 480];

/** Moves an operation to another station or time; core says at once whether it fits, and publishes it when it does. */
export function MoveSheet({ operation, onClose }: { operation: Operation; onClose: () => void }) {
  const say = useFloorText();
  const format = useFormat();
  const names = useNames();
  const now = useFactoryNow(MINUTE_MS);
  const move = useWrite(operationRoutes.move);
  const [station, setStation] = useState(operation.station ?? operation.eligible[0] ?? '');
  const [minutes, setMinutes] = useState(0);
  const [evenFrozen, setEvenFrozen] = useState(false);
  const frozen =
    move.error !== null && 'problem' in move.error && move.error.problem.code === 'schedule.frozen';
  const send = (token: string) =>
    move.mutate(
      {
        request: {
          params: { operation: operation.id },
          body: { station, startAt: new Date(now + minutes * MINUTE_MS).toISOString(), evenFrozen },
        },
        options: { ifMatch: operation.revision, token },
      },
      {
        onSuccess: (moved) => {
          const text = say('move.done', {
            operation: moved.workOrder,
            station: names.station(moved.station ?? station),
            time: format.when(moved.plannedStartAt),
          });
          showToast({ text, tone: 'green' });
          onClose();
        },
      },
    );
  return (
    <Sheet
      open
      from="foot"
      title={`${say('move.title')} · ${operation.workOrder}`}
      onClose={onClose}
      actions={<DecideButton word={say('move')} disabled={move.isPending} onDecide={send} />}
    >
      <div className={css.sheet}>
        <Answer error={move.error} />
        {frozen || evenFrozen ? (
          <Button icon="lock" pressed={evenFrozen} onClick={() => setEvenFrozen(!evenFrozen)}>
            {say('move.even-frozen')}
          </Button>
        ) : null}
        <h3>{say('move.where')}</h3>
        <div className={css.choices}>
          {operation.eligible.map((id) => (
            <Button key={id} pressed={id === station} onClick={() => setStation(id)}>
              {names.station(id)}
            </Button>
          ))}
        </div>
        <h3>{say('move.when')}</h3>
        <div className={css.choices}>
          {LATER_MIN.map((each) => (
            <Button key={each} pressed={each === minutes} onClick={() => setMinutes(each)}>
              {each === 0 ? say('move.now') : format.when(now + each * MINUTE_MS)}
            </Button>
          ))}
        </div>
      </div>
    </Sheet>
  );
}
