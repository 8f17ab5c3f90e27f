import {
  Button,
  CheckField,
  ChoiceField,
  CommandBar,
  DayField,
  EmptyState,
  ErrorState,
  Form,
  FormRow,
  InstantField,
  LoadingState,
  NoReplyError,
  NumberField,
  ProblemError,
  problemOf,
  SearchField,
  SearchManyField,
  Sheet,
  showToast,
  StaleNote,
  Tabs,
  TextField,
  TimeField,
  useCommands,
  useUiText,
} from '@takt/ui';
import { useMemo, useState } from 'react';
import type { Part } from './part';
import { sampleReasons } from './samples';

const refused = new ProblemError({
  ...problemOf(400, undefined),
  code: 'request.invalid',
  detail: 'The request does not fit the contract: qty.',
  hint: 'Maybe a field is missing, misspelt or out of range; see the list of faults.',
  faults: [
    { path: 'qty', code: 'too_big', message: '20,000,000 is more than 10,000,000' },
    { path: 'lines.0.item', code: 'unknown', message: 'no item CROISANT' },
  ],
});
const choices = sampleReasons.map(({ id, name }) => ({ value: id, label: name }));

function Fields({ error }: { error?: unknown }) {
  const say = useUiText();
  const [text, setText] = useState('CROISANT');
  const [qty, setQty] = useState('20000000');
  const [one, setOne] = useState('burnt');
  const [found, setFound] = useState('shape');
  const [many, setMany] = useState(['torn', 'label']);
  const [at, setAt] = useState('2026-03-12T13:00:00.000Z');
  const [on, setOn] = useState(true);
  return (
    <Form onSubmit={() => undefined} error={error} fields={['qty']}>
      <FormRow>
        <TextField label={say('gantt.item')} value={text} onValue={setText} required />
        <NumberField label="qty" name="qty" value={qty} onValue={setQty} unit="pcs" required />
        <ChoiceField label={say('gantt.state')} value={one} onValue={setOne} choices={choices} />
      </FormRow>
      <FormRow>
        <SearchField label={say('search')} value={found} onValue={setFound} choices={choices} />
        <SearchManyField label={say('choose')} value={many} onValue={setMany} choices={choices} />
        <InstantField label={say('gantt.due')} value={at} onValue={setAt} />
      </FormRow>
      <FormRow>
        <DayField label={say('gantt.start')} value="2026-03-12" onValue={() => undefined} />
        <TimeField label={say('gantt.end')} value="06:00" onValue={() => undefined} disabled />
        <CheckField label={say('gantt.fixed.pinned')} value={on} onValue={setOn} />
      </FormRow>
      <TextField
        label={say('notice.why')}
        value=""
        onValue={() => undefined}
        placeholder={say('choose')}
        long
      />
      <div className="flow">
        <Button kind="main" type="submit" icon="check">
          OK
        </Button>
        <Button>{say('cancel')}</Button>
        <Button kind="danger" icon="cross">
          {say('notice.operation-removed')}
        </Button>
        <Button disabled>{say('page.retry')}</Button>
      </div>
    </Form>
  );
}

function Overlays() {
  const say = useUiText();
  const [sheet, setSheet] = useState(false);
  const [bar, setBar] = useState(false);
  const commands = useMemo(
    () =>
      (['gantt.label', 'gantt.now', 'gantt.fit', 'table.export', 'table.print'] as const).map((key, at) => ({
        id: key,
        title: say(key),
        group: at < 3 ? say('gantt.chart') : say('gantt.table'),
        shortcut: ['G P', 'Home', '', '', '⌘P'][at] as string,
        run: () => showToast({ text: say(key), tone: 'green' }),
      })),
    [say],
  );
  useCommands(commands);
  return (
    <div className="flow">
      <Button id="open-sheet" onClick={() => setSheet(true)}>
        {say('gantt.operation')}
      </Button>
      <Button id="open-bar" icon="search" onClick={() => setBar(true)}>
        {say('command.open')}
      </Button>
      <Button
        id="open-toast"
        onClick={() => {
          showToast({
            text: say('notice.operation-resized'),
            tone: 'green',
            action: { label: say('undo.action'), run: () => undefined },
          });
          showToast({ text: say('page.failed'), hint: say('page.no-reply-hint'), tone: 'red' });
        }}
      >
        {say('toast.region')}
      </Button>
      <CommandBar open={bar} onOpen={setBar} />
      <Sheet
        open={sheet}
        onClose={() => setSheet(false)}
        title={`${say('gantt.operation')} WO-1017.30`}
        actions={
          <Button kind="main" onClick={() => setSheet(false)}>
            OK
          </Button>
        }
      >
        <Fields />
      </Sheet>
    </div>
  );
}

/** Parts to enter things, to open things, and for when there is nothing to show. */
export const formParts: readonly Part[] = [
  { id: 'form', show: () => <Fields /> },
  { id: 'form-refused', show: () => <Fields error={refused} /> },
  { id: 'overlays', show: () => <Overlays /> },
  {
    id: 'tabs',
    show: () => {
      const say = useUiText();
      const [chosen, setChosen] = useState<'late' | 'rest' | 'done'>('late');
      const tabs = [
        { key: 'late', label: say('risk.late'), count: 3 },
        { key: 'rest', label: say('risk.at-risk'), count: 12 },
        { key: 'done', label: say('risk.done') },
      ] as const;
      return (
        <Tabs label={say('gantt.state')} tabs={tabs} chosen={chosen} onChoose={setChosen}>
          {chosen}
        </Tabs>
      );
    },
  },
  {
    id: 'page-states',
    show: () => (
      <div style={{ display: 'grid', gridTemplateColumns: 'repeat(3, 1fr)', gap: 32 }}>
        <EmptyState />
        <LoadingState />
        <ErrorState error={new NoReplyError('cut')} onRetry={() => undefined} />
        <ErrorState error={refused} onRetry={() => undefined} />
        <ErrorState error={new ProblemError(problemOf(403, { code: 'auth.forbidden' }))} />
        <StaleNote asOfMs={Date.now() - 240_000} />
      </div>
    ),
  },
];
