import { workerRoutes, userRoutes, type Skill, type Worker } from '@takt/contracts';
import {
  Button,
  DayField,
  Form,
  FormRow,
  NumberField,
  SearchField,
  showToast,
  useFormat,
  useRead,
  useWrite,
  type Column,
} from '@takt/ui';
import { useMemo, useState } from 'react';
import { LabelButtons } from '../../components/label-buttons';
import { RecordList } from '../../components/record-list';
import { Section } from '../../components/section';
import type { FieldSpec } from '../../lib/record';
import { useOfficeText } from '../../lib/texts';
import { useMay } from '../../lib/use-may';
import { useLineChoices } from '../../lib/use-choices';
import { useNames } from '../../lib/use-names';
import css from './set-up.module.css';
import { useAll, useIdColumns, useNameFields } from './use-records';

const blank = {
  ...{ name: '', line: null, crew: null, badge: null, language: 'en', skills: [] },
  ...{ ratePerHour: 0, active: true },
};

/** Skills of a worker, each perhaps until a day; kept on their own, for they change oftener than the rest. */
function WorkerSkills({ worker }: { worker: Worker }) {
  const say = useOfficeText();
  const format = useFormat();
  const put = useWrite(workerRoutes.put);
  const all = useRead(workerRoutes.skills).data ?? [];
  const [skills, setSkills] = useState(worker.skills);
  const [skill, setSkill] = useState('');
  const nameOf = (id: string) => {
    const known = all.find((each) => each.id === id);
    return known ? format.name(known) : id;
  };
  const { id, revision, ...rest } = worker;
  const save = () =>
    put.mutate(
      { request: { params: { worker: id }, body: { ...rest, skills } }, options: { ifMatch: revision } },
      { onSuccess: () => showToast({ text: say('saved', { id }), tone: 'green' }) },
    );
  const free = all.filter((each) => !skills.some((held) => held.skill === each.id));
  return (
    <Section title={say('set-up.of.skills')}>
      <Form onSubmit={save} error={put.error}>
        {skills.map((held) => (
          <FormRow key={held.skill}>
            <span className={css.middle}>{nameOf(held.skill)}</span>
            <DayField
              label={say('set-up.expires')}
              value={held.expiresOn ?? ''}
              onValue={(day) =>
                setSkills((before) =>
                  before.map((each) =>
                    each.skill === held.skill ? { ...each, expiresOn: day === '' ? null : day } : each,
                  ),
                )
              }
            />
            <span className={css.middle}>
              <Button
                kind="bare"
                icon="cross"
                aria-label={say('set-up.remove')}
                onClick={() => setSkills((before) => before.filter((each) => each.skill !== held.skill))}
              />
            </span>
          </FormRow>
        ))}
        <FormRow>
          <SearchField
            label={say('set-up.add-skill')}
            choices={free.map((each) => ({ value: each.id, label: format.name(each) }))}
            value={skill}
            onValue={(chosen) => {
              if (chosen !== '') setSkills((before) => [...before, { skill: chosen, expiresOn: null }]);
              setSkill('');
            }}
          />
          <span className={css.middle}>
            <Button type="submit" disabled={skills === worker.skills || put.isPending}>
              {say('set-up.save-skills')}
            </Button>
          </span>
        </FormRow>
      </Form>
    </Section>
  );
}

/** Sets the PIN by which a worker signs in on the floor. */
function WorkerPin({ worker }: { worker: Worker }) {
  const say = useOfficeText();
  const set = useWrite(userRoutes.setPin);
  const [pin, setPin] = useState('');
  const save = () =>
    set.mutate(
      { request: { params: { worker: worker.id }, body: { pin } } },
      {
        onSuccess: () => {
          setPin('');
          showToast({ text: say('set-up.pin-set'), tone: 'green' });
        },
      },
    );
  return (
    <Section title={say('set-up.pin')}>
      <Form onSubmit={save} error={set.error} fields={['pin']}>
        <FormRow>
          <NumberField
            label={say('set-up.new-pin')}
            name="pin"
            value={pin}
            onValue={setPin}
            hint={say('set-up.pin-hint')}
          />
          <span className={css.middle}>
            <Button type="submit" disabled={pin.length < 4 || pin.length > 8 || set.isPending}>
              {say('set-up.set-pin')}
            </Button>
          </span>
        </FormRow>
      </Form>
    </Section>
  );
}

/** The badge of a worker, to be printed. */
function WorkerBadge({ worker }: { worker: Worker }) {
  const say = useOfficeText();
  return (
    <Section title={say('set-up.badge')}>
      {worker.badge === null ? (
        <p className={css.soft}>{say('set-up.no-badge')}</p>
      ) : (
        <div className={css.buttons}>
          <LabelButtons kind="badge" id={worker.id} />
        </div>
      )}
    </Section>
  );
}

function useFields(): FieldSpec[] {
  const say = useOfficeText();
  const names = useNameFields();
  const lines = useLineChoices();
  return useMemo(
    () => [
      ...names,
      { key: 'line', label: say('set-up.home-line'), kind: 'choice', nullable: true, choices: lines },
      { key: 'crew', label: say('shifts.crew'), kind: 'text', nullable: true },
      { key: 'badge', label: say('set-up.badge'), kind: 'text', nullable: true },
      {
        key: 'language',
        label: say('set-up.language'),
        kind: 'choice',
        choices: [
          { value: 'en', label: 'English' },
          { value: 'zh-CN', label: '中文' },
        ],
      },
      { key: 'ratePerHour', label: say('set-up.rate'), kind: 'decimal' },
      { key: 'active', label: say('set-up.active'), kind: 'check' },
    ],
    [say, names, lines],
  );
}

/** Workers with their skills and how they sign in. */
export function WorkersView() {
  const say = useOfficeText();
  const ids = useIdColumns<Worker>();
  const book = useNames();
  const fields = useFields();
  const may = useMay(workerRoutes.put);
  const workers = useAll(workerRoutes.list);
  const columns = useMemo(
    (): Column<Worker>[] => [
      ...ids,
      { key: 'line', header: say('set-up.home-line'), text: ({ line }) => (line ? book.line(line) : '–') },
      { key: 'crew', header: say('shifts.crew'), text: ({ crew }) => crew ?? '–' },
      {
        key: 'skills',
        header: say('set-up.of.skills'),
        text: ({ skills }) => skills.map(({ skill }) => book.skill(skill)).join(', '),
      },
      {
        key: 'active',
        header: say('set-up.active'),
        text: ({ active }) => say(active ? 'set-up.yes' : 'set-up.no'),
      },
    ],
    [ids, say, book],
  );
  return (
    <RecordList
      label={say('set-up.of.workers')}
      read={workers}
      columns={columns}
      fields={fields}
      route={workerRoutes.put}
      idParam="worker"
      blank={blank}
      {...(may && {
        more: (worker: Worker) => (
          <>
            <WorkerSkills key={worker.revision} worker={worker} />
            <WorkerPin worker={worker} />
            <WorkerBadge worker={worker} />
          </>
        ),
      })}
    />
  );
}

/** Skills that operations ask for. */
export function SkillsView() {
  const say = useOfficeText();
  const columns = useIdColumns<Skill>();
  const fields = useNameFields();
  const skills = useRead(workerRoutes.skills);
  return (
    <RecordList
      label={say('set-up.of.skills')}
      read={skills}
      columns={columns}
      fields={fields}
      route={workerRoutes.putSkill}
      idParam="skill"
      blank={{ name: '' }}
    />
  );
}
