import { operationRoutes, type Operation } from '@takt/contracts';
import { Button, Sheet, showToast, useFormat, useWrite } from '@takt/ui';
import { useState } from 'react';
import { useWorkers } from '../../lib/names';
import { useTerminal } from '../../lib/terminal';
import { useFloorText } from '../../lib/texts';
import { Answer, DecideButton } from './decide';
import css from './decide.module.css';
import { usePresent } from './use-line';

/** Who does an operation: those who are here and have the skill first; core answers at once. */
export function AssignSheet({ operation, onClose }: { operation: Operation; onClose: () => void }) {
  const say = useFloorText();
  const format = useFormat();
  const { line } = useTerminal();
  const workers = useWorkers().data?.items ?? [];
  const present = usePresent().data ?? [];
  const assign = useWrite(operationRoutes.assign);
  const [chosen, setChosen] = useState<readonly string[]>(operation.workers);
  const here = new Set(present.filter(({ outAt }) => outAt === null).map(({ worker }) => worker));
  const able = ({ skills }: (typeof workers)[number]) =>
    operation.skill === null || skills.some(({ skill }) => skill === operation.skill);
  const shown = workers
    .filter((worker) => worker.active && (worker.line === line || here.has(worker.id)) && able(worker))
    .sort((a, b) => Number(here.has(b.id)) - Number(here.has(a.id)) || a.name.localeCompare(b.name));
  const toggle = (id: string) =>
    setChosen(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id]);
  const send = (token: string) =>
    assign.mutate(
      {
        request: { params: { operation: operation.id }, body: { workers: [...chosen] } },
        options: { ifMatch: operation.revision, token },
      },
      {
        onSuccess: () => {
          showToast({ text: say('assign.done', { operation: operation.workOrder }), tone: 'green' });
          onClose();
        },
      },
    );
  return (
    <Sheet
      open
      from="foot"
      title={`${say('assign.title')} · ${operation.workOrder}`}
      onClose={onClose}
      actions={<DecideButton word={say('assign')} disabled={assign.isPending} onDecide={send} />}
    >
      <div className={css.sheet}>
        <Answer error={assign.error} />
        <div className={css.choices}>
          {shown.map((worker) => (
            <Button
              key={worker.id}
              icon={here.has(worker.id) ? 'check' : 'question'}
              pressed={chosen.includes(worker.id)}
              onClick={() => toggle(worker.id)}
            >
              {format.name(worker)}
            </Button>
          ))}
        </div>
      </div>
    </Sheet>
  );
}
