import { ROLES, userRoutes, type RequestOf, type User } from '@takt/contracts';
import { Button, showToast, useRead, useWrite, type Column } from '@takt/ui';
import { useMemo, useState } from 'react';
import { Bar } from '../../components/bar';
import { FormSheet } from '../../components/form-sheet';
import { LoadedTable } from '../../components/loaded-table';
import { RecordFields } from '../../components/record-fields';
import { bodyOfDraft, draftOf, type FieldSpec } from '../../lib/record';
import { useOfficeText } from '../../lib/texts';
import { useWorkerChoices } from '../../lib/use-choices';
import { useNames } from '../../lib/use-names';

type Body = NonNullable<RequestOf<typeof userRoutes.create>['body']>;
const blank = { login: '', name: '', language: 'en', role: 'lead', worker: null, active: true };

function useFields(): FieldSpec[] {
  const say = useOfficeText();
  const workers = useWorkerChoices();
  return useMemo(
    () => [
      { key: 'login', label: say('access.login'), kind: 'text' },
      { key: 'name', label: say('set-up.name'), kind: 'text' },
      {
        key: 'role',
        label: say('access.role'),
        kind: 'choice',
        choices: ROLES.map((value) => ({ value, label: say(`role.${value}`) })),
      },
      {
        key: 'language',
        label: say('set-up.language'),
        kind: 'choice',
        choices: [
          { value: 'en', label: 'English' },
          { value: 'zh-CN', label: '中文' },
        ],
      },
      { key: 'worker', label: say('access.worker'), kind: 'search', nullable: true, choices: workers },
      {
        key: 'password',
        label: say('access.password'),
        kind: 'text',
        optional: true,
        hint: say('access.password-hint'),
      },
      { key: 'active', label: say('set-up.active'), kind: 'check' },
    ],
    [say, workers],
  );
}

function UserSheet({ user, onClose }: { user: User | undefined; onClose: () => void }) {
  const say = useOfficeText();
  const fields = useFields();
  const create = useWrite(userRoutes.create);
  const update = useWrite(userRoutes.update);
  const [draft, setDraft] = useState(() => draftOf(user ?? blank, fields));
  const done = {
    onSuccess: () => {
      showToast({ text: say('saved', { id: String(draft['login']) }), tone: 'green' });
      onClose();
    },
  };
  const submit = () => {
    const body = bodyOfDraft(draft, fields) as Body;
    if (user)
      update.mutate(
        { request: { params: { user: user.id }, body }, options: { ifMatch: user.revision } },
        done,
      );
    else create.mutate({ request: { body } }, done);
  };
  return (
    <FormSheet
      onClose={onClose}
      title={user?.login ?? say('access.add')}
      write={{ error: create.error ?? update.error, isPending: create.isPending || update.isPending }}
      ready={draft['login'] !== ''}
      onSend={submit}
      fields={fields.map(({ key }) => key)}
    >
      <RecordFields
        fields={fields}
        draft={draft}
        onChange={(key, value) => setDraft((before) => ({ ...before, [key]: value }))}
      />
    </FormSheet>
  );
}

/** People who may log in, with their roles. */
export function UsersView() {
  const say = useOfficeText();
  const names = useNames();
  const users = useRead(userRoutes.list);
  const [open, setOpen] = useState<string>();
  const columns = useMemo(
    (): Column<User>[] => [
      { key: 'login', header: say('access.login'), text: ({ login }) => login },
      { key: 'name', header: say('set-up.name'), text: ({ name }) => name },
      { key: 'role', header: say('access.role'), text: ({ role }) => say(`role.${role}`) },
      {
        key: 'worker',
        header: say('access.worker'),
        text: ({ worker }) => (worker === null ? '–' : names.worker(worker)),
      },
      {
        key: 'active',
        header: say('set-up.active'),
        text: ({ active }) => say(active ? 'set-up.yes' : 'set-up.no'),
      },
    ],
    [say, names],
  );
  return (
    <>
      <Bar>
        <Button kind="main" icon="plus" onClick={() => setOpen('')}>
          {say('access.add')}
        </Button>
      </Bar>
      <LoadedTable
        of={users}
        empty={{}}
        label={say('access.view.users')}
        columns={columns}
        rowKey={({ id }) => id}
        onOpen={({ id }) => setOpen(id)}
      />
      {open === undefined ? null : (
        <UserSheet
          key={open}
          user={users.data?.find(({ id }) => id === open)}
          onClose={() => setOpen(undefined)}
        />
      )}
    </>
  );
}
