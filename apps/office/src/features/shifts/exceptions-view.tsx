import { shiftRoutes, type ShiftException } from '@takt/contracts';
import {
  Button,
  showError,
  showToast,
  useFactoryNow,
  useFormat,
  useRead,
  useSession,
  useUiText,
  useWrite,
  type Column,
} from '@takt/ui';
import { useMemo, useState } from 'react';
import { Bar } from '../../components/bar';
import { LoadedTable } from '../../components/loaded-table';
import { useOfficeText } from '../../lib/texts';
import { useNames } from '../../lib/use-names';
import { ExceptionSheet } from './exception-sheet';

const DAY = 86_400_000;
const DAYS = 31;

/** Removes an exception; it can be put back for as long as the message stands. */
function useRemove(onChanged: () => void) {
  const say = useOfficeText();
  const ui = useUiText();
  const remove = useWrite(shiftRoutes.removeException);
  const add = useWrite(shiftRoutes.addException);
  const onError = (error: Error) => showError(error, ui('page.no-reply'));
  return ({ id, revision: _revision, ...body }: ShiftException) =>
    remove.mutate(
      { request: { params: { exception: id } } },
      {
        onSuccess: () => {
          onChanged();
          const run = () => add.mutate({ request: { body } }, { onSuccess: onChanged, onError });
          showToast({
            text: say('shifts.removed'),
            tone: 'green',
            action: { label: ui('undo.action'), run },
          });
        },
        onError,
      },
    );
}

/** What differs from the pattern in the next month: overtime, closures, maintenance, absences. */
export function ExceptionsView({ onChanged }: { onChanged: () => void }) {
  const say = useOfficeText();
  const format = useFormat();
  const names = useNames();
  const role = useSession()?.role;
  const may = role === 'lead' || role === 'planner' || role === 'admin';
  const today = useFactoryNow(DAY);
  const [adding, setAdding] = useState(false);
  const remove = useRemove(onChanged);
  const query = {
    from: new Date(today).toISOString(),
    to: new Date(today + DAYS * DAY).toISOString(),
  };
  const exceptions = useRead(shiftRoutes.exceptions, { query }, { keep: true });
  const columns = useMemo((): Column<ShiftException>[] => {
    const what = ({ line, station, worker }: ShiftException) =>
      line ? names.line(line) : station ? names.station(station) : worker ? names.worker(worker) : '';
    return [
      { key: 'when', header: say('shifts.when'), text: ({ startAt, endAt }) => format.span(startAt, endAt) },
      { key: 'kind', header: say('shifts.kind'), text: ({ kind }) => say(`exception.${kind}`) },
      {
        key: 'what',
        header: say('shifts.what'),
        text: (exception) => what(exception) || say('shifts.whole-plant'),
      },
      { key: 'note', header: say('shifts.note'), text: ({ note }) => note },
      {
        key: 'remove',
        header: '',
        text: () => '',
        cell: (exception) =>
          may ? (
            <Button
              kind="bare"
              icon="cross"
              aria-label={say('shifts.remove')}
              onClick={() => remove(exception)}
            />
          ) : null,
        align: 'end',
      },
    ];
  }, [say, format, names, may, remove]);
  return (
    <>
      {may ? (
        <Bar>
          <Button kind="main" icon="plus" onClick={() => setAdding(true)}>
            {say('shifts.add')}
          </Button>
        </Bar>
      ) : null}
      <LoadedTable
        of={exceptions}
        empty={{ title: say('shifts.no-exceptions'), hint: say('shifts.no-exceptions-hint') }}
        label={say('shifts.view.exceptions')}
        columns={columns}
        compare={(a, b) => Date.parse(a.startAt) - Date.parse(b.startAt)}
        rowKey={({ id }) => id}
      />
      {adding ? <ExceptionSheet onClose={() => setAdding(false)} onChanged={onChanged} /> : null}
    </>
  );
}
