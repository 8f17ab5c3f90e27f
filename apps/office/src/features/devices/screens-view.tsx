import { TerminalMode, terminalRoutes, type Terminal } from '@takt/contracts';
import {
  Button,
  ChoiceField,
  SearchManyField,
  showError,
  showToast,
  TextField,
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
import { OnceSheet } from '../../components/once-sheet';
import { useOfficeText } from '../../lib/texts';
import { useLineChoices, useStationChoices } from '../../lib/use-choices';
import { useNames } from '../../lib/use-names';
import css from './devices.module.css';

const EVERY_MS = 10_000;

/** The code by which a screen is paired: shown once, typed on the screen. */
function Code({ code }: { code: string }) {
  const say = useOfficeText();
  const address = `${location.origin}/floor/?pair=${code}`;
  return (
    <>
      <p>{say('screens.code-hint')}</p>
      <p className={css.code}>{code}</p>
      <p>
        {say('screens.or-open')} <a href={address}>{address}</a>
      </p>
    </>
  );
}

function AnnounceSheet({ onClose }: { onClose: () => void }) {
  const say = useOfficeText();
  const lines = useLineChoices();
  const stations = useStationChoices();
  const create = useWrite(terminalRoutes.create);
  const [name, setName] = useState('');
  const [mode, setMode] = useState<Terminal['mode']>('operator');
  const [line, setLine] = useState('');
  const [chosen, setChosen] = useState<string[]>([]);
  const operator = mode === 'operator';
  const make = () =>
    create.mutate({ request: { body: { name, mode, line, stations: operator ? chosen : [] } } });
  return (
    <OnceSheet
      title={say('screens.announce')}
      make={say('screens.make-code')}
      write={create}
      ready={name !== '' && line !== '' && (!operator || chosen.length > 0)}
      onMake={make}
      onClose={onClose}
      fields={['name', 'mode', 'line', 'stations']}
      show={({ code }) => <Code code={code} />}
    >
      <TextField label={say('devices.name')} name="name" value={name} onValue={setName} required />
      <ChoiceField
        label={say('screens.mode')}
        value={mode}
        choices={TerminalMode.options.map((value) => ({ value, label: say(`screens.mode.${value}`) }))}
        onValue={(value) => setMode(value as Terminal['mode'])}
        plain
      />
      <ChoiceField
        label={say('screens.line')}
        name="line"
        value={line}
        choices={lines}
        onValue={setLine}
        required
      />
      {operator ? (
        <SearchManyField
          label={say('devices.stations')}
          name="stations"
          choices={stations}
          value={chosen}
          onValue={setChosen}
          required
        />
      ) : null}
    </OnceSheet>
  );
}

/** Floor screens: where they hang, when they were last heard of. */
export function ScreensView() {
  const say = useOfficeText();
  const ui = useUiText();
  const format = useFormat();
  const names = useNames();
  const role = useSession()?.role;
  const may = role === 'lead' || role === 'planner' || role === 'admin';
  const screens = useRead(terminalRoutes.list, {}, { everyMs: EVERY_MS });
  const { mutate: revoke } = useWrite(terminalRoutes.revoke);
  const [announcing, setAnnouncing] = useState(false);
  const columns = useMemo((): Column<Terminal>[] => {
    const state = ({ pairedAt, revokedAt }: Terminal) =>
      say(revokedAt ? 'devices.revoked' : pairedAt ? 'screens.paired' : 'screens.waiting');
    const run = (terminal: Terminal) =>
      revoke(
        { request: { params: { terminal: terminal.id } } },
        {
          onSuccess: () =>
            showToast({ text: say('devices.is-revoked', { id: terminal.name }), tone: 'green' }),
          onError: (error) => showError(error, ui('page.no-reply')),
        },
      );
    return [
      { key: 'name', header: say('devices.name'), text: ({ name }) => name },
      { key: 'mode', header: say('screens.mode'), text: ({ mode }) => say(`screens.mode.${mode}`) },
      { key: 'line', header: say('screens.line'), text: ({ line }) => names.line(line) },
      {
        key: 'stations',
        header: say('devices.stations'),
        text: ({ stations }) => stations.map(names.station).join(', ') || '–',
      },
      { key: 'state', header: say('devices.state'), text: state },
      {
        key: 'seen',
        header: say('screens.seen'),
        text: ({ lastSeenAt }) => format.when(lastSeenAt),
        align: 'end',
      },
      {
        key: 'revoke',
        header: '',
        text: () => '',
        cell: (terminal) =>
          may && !terminal.revokedAt ? (
            <Button kind="bare" onClick={() => run(terminal)}>
              {say('devices.revoke')}
            </Button>
          ) : null,
        align: 'end',
      },
    ];
  }, [say, ui, format, names, may, revoke]);
  return (
    <>
      {may ? (
        <Bar>
          <Button kind="main" icon="plus" onClick={() => setAnnouncing(true)}>
            {say('screens.announce')}
          </Button>
        </Bar>
      ) : null}
      <LoadedTable
        of={screens}
        empty={{ title: say('screens.none'), hint: say('screens.none-hint') }}
        label={say('devices.view.screens')}
        columns={columns}
        compare={(a, b) => Number(a.revokedAt !== null) - Number(b.revokedAt !== null)}
        rowKey={({ id }) => id}
      />
      {announcing ? <AnnounceSheet onClose={() => setAnnouncing(false)} /> : null}
    </>
  );
}
