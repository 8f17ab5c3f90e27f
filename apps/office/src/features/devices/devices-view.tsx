import { deviceRoutes, type Device, type ReplyOf } from '@takt/contracts';
import {
  Button,
  ChoiceField,
  SearchManyField,
  Sheet,
  SheetActions,
  showError,
  showToast,
  StateBadge,
  TextField,
  useFormat,
  useRead,
  useSession,
  useUiText,
  useWrite,
  type Column,
  type Sign,
} from '@takt/ui';
import { useMemo, useState } from 'react';
import { Bar } from '../../components/bar';
import { Facts } from '../../components/facts';
import { LoadedTable } from '../../components/loaded-table';
import { OnceSheet } from '../../components/once-sheet';
import { useOfficeText } from '../../lib/texts';
import { useStationChoices } from '../../lib/use-choices';
import { useNames } from '../../lib/use-names';
import css from './devices.module.css';

const EVERY_MS = 10_000;
type Kind = Device['kind'];
const KINDS: readonly Kind[] = ['machine', 'worker-station', 'gateway'];

const signs: Readonly<Record<'online' | 'offline' | 'revoked', Sign>> = {
  online: { tone: 'green', icon: 'live', word: 'connection.live' },
  offline: { tone: 'red', icon: 'offline', word: 'connection.offline' },
  revoked: { tone: 'grey', icon: 'cancelled', word: 'status.cancelled' },
};
const stateOf = ({ online, revokedAt }: Device) => (revokedAt ? 'revoked' : online ? 'online' : 'offline');

/** The credentials of a new device: shown once. */
function Credentials({ made }: { made: ReplyOf<typeof deviceRoutes.create> }) {
  const say = useOfficeText();
  return (
    <>
      <p>{say('devices.once')}</p>
      <div className={css.secret}>
        <Facts
          facts={[
            [say('devices.username'), <code key="username">{made.username}</code>],
            [say('devices.password'), <code key="password">{made.password}</code>],
          ]}
        />
      </div>
    </>
  );
}

function RegisterSheet({ onClose }: { onClose: () => void }) {
  const say = useOfficeText();
  const stations = useStationChoices();
  const create = useWrite(deviceRoutes.create);
  const [id, setId] = useState('');
  const [name, setName] = useState('');
  const [kind, setKind] = useState<Kind>('machine');
  const [chosen, setChosen] = useState<string[]>([]);
  return (
    <OnceSheet
      title={say('devices.register')}
      make={say('devices.register')}
      write={create}
      ready={id !== '' && name !== '' && chosen.length > 0}
      onMake={() => create.mutate({ request: { body: { id, name, kind, stations: chosen } } })}
      onClose={onClose}
      fields={['id', 'name', 'kind', 'stations']}
      show={(made) => <Credentials made={made} />}
    >
      <TextField label={say('set-up.id')} name="id" value={id} onValue={setId} required />
      <TextField label={say('devices.name')} name="name" value={name} onValue={setName} required />
      <ChoiceField
        label={say('devices.kind')}
        value={kind}
        choices={KINDS.map((value) => ({ value, label: say(`devices.kind.${value}`) }))}
        onValue={(value) => setKind(value as Kind)}
        plain
      />
      <SearchManyField
        label={say('devices.stations')}
        name="stations"
        choices={stations}
        value={chosen}
        onValue={setChosen}
        hint={say('devices.stations-hint')}
      />
    </OnceSheet>
  );
}

function RevokeSheet({ device, onClose }: { device: Device; onClose: () => void }) {
  const say = useOfficeText();
  const ui = useUiText();
  const revoke = useWrite(deviceRoutes.revoke);
  const run = () =>
    revoke.mutate(
      { request: { params: { device: device.id } } },
      {
        onSuccess: () => {
          showToast({ text: say('devices.is-revoked', { id: device.id }), tone: 'green' });
          onClose();
        },
        onError: (error) => showError(error, ui('page.no-reply')),
      },
    );
  return (
    <Sheet
      open
      from="centre"
      onClose={onClose}
      title={say('devices.revoke-title', { id: device.id })}
      actions={
        <SheetActions onCancel={onClose}>
          <Button kind="danger" onClick={run} disabled={revoke.isPending}>
            {say('devices.revoke')}
          </Button>
        </SheetActions>
      }
    >
      <p>{say('devices.revoke-hint')}</p>
    </Sheet>
  );
}

/** Devices: those that are silent first. */
export function DevicesView() {
  const say = useOfficeText();
  const format = useFormat();
  const names = useNames();
  const admin = useSession()?.role === 'admin';
  const devices = useRead(deviceRoutes.list, {}, { everyMs: EVERY_MS });
  const [registering, setRegistering] = useState(false);
  const [revoking, setRevoking] = useState<Device>();
  const columns = useMemo((): Column<Device>[] => {
    const word = (device: Device) => say(`devices.${stateOf(device)}`);
    return [
      { key: 'id', header: say('devices.device'), text: ({ id }) => id },
      { key: 'name', header: say('devices.name'), text: ({ name }) => name },
      { key: 'kind', header: say('devices.kind'), text: ({ kind }) => say(`devices.kind.${kind}`) },
      {
        key: 'stations',
        header: say('devices.stations'),
        text: ({ stations }) => stations.map(names.station).join(', '),
      },
      {
        key: 'state',
        header: say('devices.state'),
        text: word,
        cell: (device) => <StateBadge sign={signs[stateOf(device)]} size="quiet" word={word(device)} />,
      },
      {
        key: 'last',
        header: say('devices.last'),
        text: ({ lastMessageAt }) => format.when(lastMessageAt),
        align: 'end',
      },
      {
        key: 'revoke',
        header: '',
        text: () => '',
        cell: (device) =>
          admin && !device.revokedAt ? (
            <Button kind="bare" onClick={() => setRevoking(device)}>
              {say('devices.revoke')}
            </Button>
          ) : null,
        align: 'end',
      },
    ];
  }, [say, format, names, admin]);
  return (
    <>
      {admin ? (
        <Bar>
          <Button kind="main" icon="plus" onClick={() => setRegistering(true)}>
            {say('devices.register')}
          </Button>
        </Bar>
      ) : null}
      <LoadedTable
        of={devices}
        empty={{ title: say('devices.none'), hint: say('devices.none-hint') }}
        label={say('devices.view.devices')}
        columns={columns}
        rowKey={({ id }) => id}
        urgencyOf={(device) => (stateOf(device) === 'offline' ? 'needs-you' : 'rest')}
      />
      {registering ? <RegisterSheet onClose={() => setRegistering(false)} /> : null}
      {revoking ? <RevokeSheet device={revoking} onClose={() => setRevoking(undefined)} /> : null}
    </>
  );
}
