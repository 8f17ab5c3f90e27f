import { operationRoutes, type Operation } from '@takt/contracts';
import { Button, ProblemError, Sheet, showToast, useFactoryNow, useFormat, useWrite } from '@takt/ui';
import { useState } from 'react';
import { useNames } from '../../lib/names';
import { useFloorText } from '../../lib/texts';
import { Answer, DecideButton } from './decide';
import css from './decide.module.css';

const MINUTE_MS = 60_000;
/** Starts that can be chosen, in minutes from now. */
const LATER_MIN = [0, 30, 60, 120, 240, 480];

interface ChoicesProps {
  readonly title: string;
  readonly choices: readonly { readonly key: string; readonly word: string }[];
  readonly chosen: string;
  readonly onChoose: (key: string) => void;
}

function Choices({ title, choices, chosen, onChoose }: ChoicesProps) {
  return (
    <>
      <h3>{title}</h3>
      <div className={css.choices} role="group" aria-label={title}>
        {choices.map(({ key, word }) => (
          <Button key={key} pressed={key === chosen} onClick={() => onChoose(key)}>
            {word}
          </Button>
        ))}
      </div>
    </>
  );
}

/** Sends a move; core answers at once. */
function useMove(operation: Operation, onMoved: () => void) {
  const say = useFloorText();
  const format = useFormat();
  const names = useNames();
  const move = useWrite(operationRoutes.move);
  const send = (token: string, body: { station: string; startAt: string; evenFrozen: boolean }) =>
    move.mutate(
      {
        request: { params: { operation: operation.id }, body },
        options: { ifMatch: operation.revision, token },
      },
      {
        onSuccess: ({ workOrder, station, plannedStartAt }) => {
          const where = names.station(station ?? body.station);
          const text = say('move.done', {
            operation: workOrder,
            station: where,
            time: format.when(plannedStartAt),
          });
          showToast({ text, tone: 'green' });
          onMoved();
        },
      },
    );
  return { send, error: move.error, busy: move.isPending };
}

/** Moves an operation to another station or time; core says at once whether it fits, and publishes it when it does. */
export function MoveSheet({ operation, onClose }: { operation: Operation; onClose: () => void }) {
  const say = useFloorText();
  const format = useFormat();
  const names = useNames();
  const now = useFactoryNow();
  // What stands on the tiles stays there while they are read.
  const [openedAt] = useState(now);
  const { send, error, busy } = useMove(operation, onClose);
  const [station, setStation] = useState(operation.station ?? operation.eligible[0] ?? '');
  const [minutes, setMinutes] = useState(0);
  const [evenFrozen, setEvenFrozen] = useState(false);
  const frozen = error instanceof ProblemError && error.problem.code === 'schedule.frozen';
  const startAt = new Date(minutes === 0 ? now : openedAt + minutes * MINUTE_MS).toISOString();
  const later = LATER_MIN.map((each) => ({
    key: String(each),
    word: each === 0 ? say('move.now') : format.when(openedAt + each * MINUTE_MS),
  }));
  return (
    <Sheet
      open
      from="foot"
      title={`${say('move.title')} · ${operation.workOrder}`}
      onClose={onClose}
      actions={
        <DecideButton
          word={say('move')}
          disabled={busy}
          onDecide={(token) => send(token, { station, startAt, evenFrozen })}
        />
      }
    >
      <div className={css.sheet}>
        <Answer error={error} />
        {frozen || evenFrozen ? (
          <Button icon="lock" pressed={evenFrozen} onClick={() => setEvenFrozen(!evenFrozen)}>
            {say('move.even-frozen')}
          </Button>
        ) : null}
        <Choices
          title={say('move.where')}
          choices={operation.eligible.map((id) => ({ key: id, word: names.station(id) }))}
          chosen={station}
          onChoose={setStation}
        />
        <Choices
          title={say('move.when')}
          choices={later}
          chosen={String(minutes)}
          onChoose={(key) => setMinutes(Number(key))}
        />
      </div>
    </Sheet>
  );
}
