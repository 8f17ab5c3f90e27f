import { scheduleRoutes, type ReplyOf } from '@takt/contracts';
import {
  Button,
  ChoiceField,
  Form,
  FormRow,
  InstantField,
  NumberField,
  SearchField,
  useFormat,
  useRuntime,
  useWrite,
} from '@takt/ui';
import { useState } from 'react';
import { Section } from '../../components/section';
import { useOfficeText } from '../../lib/texts';
import { useItemChoices, useLineChoices, useStationChoices } from '../../lib/use-choices';
import { ChangesTable } from './changes-table';
import css from './schedule.module.css';
import { CompareFigures } from './version-figures';
import { bodyOf, emptyIdea, type Idea } from './idea';

type Outcome = ReplyOf<typeof scheduleRoutes.whatIf>;

interface PartProps {
  readonly idea: Idea;
  readonly onChange: (change: Partial<Idea>) => void;
}

function OrderPart({ idea, onChange }: PartProps) {
  const say = useOfficeText();
  const items = useItemChoices(true);
  return (
    <fieldset className={css.part}>
      <legend>{say('what-if.order')}</legend>
      <FormRow>
        <SearchField
          label={say('schedule.item')}
          name="order.item"
          value={idea.item}
          choices={items}
          onValue={(item) => onChange({ item })}
        />
        <NumberField
          label={say('schedule.qty')}
          name="order.qty"
          value={idea.qty}
          onValue={(qty) => onChange({ qty })}
        />
        <InstantField
          label={say('schedule.due')}
          name="order.dueAt"
          value={idea.dueAt}
          onValue={(dueAt) => onChange({ dueAt })}
        />
      </FormRow>
    </fieldset>
  );
}

function DownPart({ idea, onChange }: PartProps) {
  const say = useOfficeText();
  const stations = useStationChoices();
  return (
    <fieldset className={css.part}>
      <legend>{say('what-if.down')}</legend>
      <FormRow>
        <ChoiceField
          label={say('schedule.station')}
          name="down.station"
          value={idea.station}
          choices={stations}
          onValue={(station) => onChange({ station })}
        />
        <InstantField
          label={say('what-if.until')}
          name="down.untilAt"
          value={idea.untilAt}
          onValue={(untilAt) => onChange({ untilAt })}
        />
      </FormRow>
    </fieldset>
  );
}

function ExtraPart({ idea, onChange }: PartProps) {
  const say = useOfficeText();
  const lines = useLineChoices();
  return (
    <fieldset className={css.part}>
      <legend>{say('what-if.extra')}</legend>
      <FormRow>
        <ChoiceField
          label={say('schedule.line')}
          name="extra.line"
          value={idea.line}
          choices={lines}
          onValue={(line) => onChange({ line })}
        />
        <InstantField
          label={say('schedule.start')}
          name="extra.startAt"
          value={idea.startAt}
          onValue={(startAt) => onChange({ startAt })}
        />
        <InstantField
          label={say('schedule.end')}
          name="extra.endAt"
          value={idea.endAt}
          onValue={(endAt) => onChange({ endAt })}
        />
      </FormRow>
    </fieldset>
  );
}

function OutcomeView({ outcome }: { outcome: Outcome }) {
  const say = useOfficeText();
  const format = useFormat();
  const more = outcome.after.lateLines - outcome.before.lateLines;
  return (
    <>
      <Section title={say('what-if.outcome')}>
        <p>
          {outcome.finishAt === null
            ? null
            : `${say('what-if.finish', { when: format.when(outcome.finishAt) })} `}
          {more === 0 ? say('what-if.no-later') : null}
          {more > 0 ? <b className={css.late}>{say('what-if.more-late', { count: more })}</b> : null}
          {more < 0 ? say('what-if.fewer-late', { count: -more }) : null}
        </p>
        <CompareFigures before={outcome.before} after={outcome.after} />
      </Section>
      <Section title={say('schedule.changes')} note={String(outcome.changes.length)}>
        <ChangesTable changes={outcome.changes} />
      </Section>
    </>
  );
}

/** What would happen if a rush order came, a station went down, a line worked longer. Nothing is published. */
export function WhatIfView() {
  const say = useOfficeText();
  const { clock } = useRuntime();
  const [idea, setIdea] = useState<Idea>(() => emptyIdea(clock.now()));
  const ask = useWrite(scheduleRoutes.whatIf);
  const body = bodyOf(idea);
  const change = (part: Partial<Idea>) => setIdea((before) => ({ ...before, ...part }));
  return (
    <>
      <Form onSubmit={() => (body ? ask.mutate({ request: { body } }) : undefined)} error={ask.error}>
        <div className={css.parts}>
          <OrderPart idea={idea} onChange={change} />
          <DownPart idea={idea} onChange={change} />
          <ExtraPart idea={idea} onChange={change} />
        </div>
        <div>
          <Button kind="main" type="submit" icon="question" disabled={!body || ask.isPending}>
            {say('what-if.ask')}
          </Button>{' '}
          <span className={css.soft}>{say('what-if.hint')}</span>
        </div>
      </Form>
      {ask.data ? <OutcomeView outcome={ask.data} /> : null}
    </>
  );
}
