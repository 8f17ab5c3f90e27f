import { reasonRoutes, telemetryRoutes, type Stop } from '@takt/contracts';
import {
  ChoiceField,
  newCommandId,
  showToast,
  StateBadge,
  stationSigns,
  TextField,
  useFactoryNow,
  useFormat,
  usePages,
  useRead,
  useUiText,
  useWrite,
  type Column,
} from '@takt/ui';
import { useMemo, useState } from 'react';
import { Chips } from '../../components/chips';
import { FormSheet } from '../../components/form-sheet';
import { LineBar } from '../../components/line-bar';
import { PagedTable, rowsOf } from '../../components/paged-table';
import { useOfficeText } from '../../lib/texts';
import { useAddress } from '../../lib/use-address';
import { useMay } from '../../lib/use-may';
import { useNames } from '../../lib/use-names';

/** Gives a stop its reason, or another one. */
function ExplainSheet({ stop, onClose }: { stop: Stop; onClose: () => void }) {
  const say = useOfficeText();
  const format = useFormat();
  const names = useNames();
  const reasons = useRead(reasonRoutes.list).data ?? [];
  const explain = useWrite(telemetryRoutes.explainStop);
  const [commandId] = useState(newCommandId);
  const [reason, setReason] = useState(stop.reason ?? '');
  const [note, setNote] = useState(stop.note);
  const choices = reasons
    .filter(({ kind, active }) => kind === 'stop' && active)
    .map((each) => ({ value: each.id, label: format.name(each) }));
  const send = () =>
    explain.mutate(
      {
        request: {
          params: { stop: stop.id },
          body: { commandId, reason, note, replace: stop.reason !== null },
        },
      },
      {
        onSuccess: () => {
          showToast({ text: say('floor.explained'), tone: 'green' });
          onClose();
        },
      },
    );
  return (
    <FormSheet
      from="centre"
      title={`${names.station(stop.station)}, ${format.when(stop.startAt)}`}
      onClose={onClose}
      write={explain}
      ready={reason !== ''}
      onSend={send}
      fields={['reason', 'note']}
    >
      <ChoiceField
        label={say('floor.why')}
        name="reason"
        value={reason}
        choices={choices}
        onValue={setReason}
        required
      />
      <TextField label={say('orders.note')} name="note" value={note} onValue={setNote} long />
    </FormSheet>
  );
}

function useColumns(): Column<Stop>[] {
  const say = useOfficeText();
  const ui = useUiText();
  const format = useFormat();
  const names = useNames();
  const now = useFactoryNow(60_000);
  return useMemo(
    () => [
      { key: 'from', header: say('floor.from'), text: ({ startAt }) => format.when(startAt) },
      { key: 'station', header: say('set-up.station'), text: ({ station }) => names.station(station) },
      {
        key: 'state',
        header: say('floor.state'),
        text: ({ state }) => ui(stationSigns[state].word),
        cell: ({ state }) => <StateBadge sign={stationSigns[state]} size="quiet" />,
      },
      {
        key: 'length',
        header: say('floor.length'),
        text: ({ startAt, endAt }) => {
          const end = endAt === null ? now : Date.parse(endAt);
          const length = format.duration(Math.max(0, end - Date.parse(startAt)) / 1000);
          return endAt === null ? say('floor.still', { length }) : length;
        },
        align: 'end',
      },
      {
        key: 'reason',
        header: say('floor.why'),
        text: ({ reason }) => (reason === null ? say('floor.unexplained') : names.reason(reason)),
      },
      { key: 'operation', header: say('orders.operation'), text: ({ operation }) => operation ?? '–' },
      {
        key: 'by',
        header: say('floor.explained-by'),
        text: ({ explainedBy }) => (explainedBy === null ? '–' : names.worker(explainedBy)),
      },
      { key: 'note', header: say('orders.note'), text: ({ note }) => note },
    ],
    [say, ui, format, names, now],
  );
}

/** Stops, those without a reason first. */
export function StopsView() {
  const say = useOfficeText();
  const columns = useColumns();
  const may = useMay(telemetryRoutes.explainStop);
  const [show, setShow] = useAddress('stops', 'unexplained');
  const [line, setLine] = useAddress('line');
  const [open, setOpen] = useState<Stop>();
  const filter = [
    ...(show === 'unexplained' ? ['explained:no'] : []),
    ...(line === '' ? [] : [`line:${line}`]),
  ].join(',');
  const pages = usePages(telemetryRoutes.stops, { query: { limit: 100, sort: '-startAt', filter } });
  return (
    <>
      <LineBar line={line} onLine={setLine} name="stops" columns={columns} rows={rowsOf(pages)}>
        <Chips
          label={say('floor.show-stops')}
          chips={[
            { key: 'unexplained', label: say('floor.stops.unexplained') },
            { key: 'all', label: say('floor.stops.all') },
          ]}
          chosen={show}
          onChoose={setShow}
        />
      </LineBar>
      <PagedTable
        pages={pages}
        empty={{
          title: say(show === 'unexplained' ? 'floor.no-stops' : 'floor.no-stops-at-all'),
          hint: say('floor.no-stops-hint'),
        }}
        label={say('floor.view.stops')}
        columns={columns}
        rowKey={({ id }) => id}
        urgencyOf={({ reason }) => (reason === null ? 'needs-you' : 'rest')}
        {...(may && { onOpen: setOpen })}
      />
      {open ? <ExplainSheet key={open.id} stop={open} onClose={() => setOpen(undefined)} /> : null}
    </>
  );
}
