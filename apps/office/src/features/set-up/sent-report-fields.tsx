import type { FigureReportFormat, FigureReportSpan, Language, ReportSubscription } from '@takt/contracts';
import { CheckField, ChoiceField, FormRow, NumberField, TextField, useFormat } from '@takt/ui';
import { useOfficeText } from '../../lib/texts';
import { useLineChoices } from '../../lib/use-choices';

/** A report as it is being typed. */
export interface SentReportDraft {
  readonly name: string;
  readonly span: FigureReportSpan;
  readonly format: FigureReportFormat;
  readonly language: Language;
  /** empty: the whole plant */
  readonly line: string;
  readonly delayMin: string;
  readonly kind: ReportSubscription['target']['kind'];
  readonly url: string;
  /** mail addresses with commas between them */
  readonly to: string;
  readonly active: boolean;
}

/** Fields that show their own faults. */
export const SENT_REPORT_FAULTS = ['subscription', 'name', 'line', 'delayMin', 'target.url', 'target.to'];

/** What is sent of a draft. */
export function sentReportOf({ line, delayMin, kind, url, to, ...rest }: SentReportDraft) {
  const addresses = to.split(/[\s,;]+/).filter((one) => one !== '');
  return {
    ...rest,
    line: line === '' ? null : line,
    delayMin: Number(delayMin),
    target: kind === 'mail' ? { kind, to: addresses } : { kind, url },
  };
}

/** The draft of a report as it is. */
export function draftOf({ target, line, delayMin, ...report }: ReportSubscription): SentReportDraft {
  const { name, span, format, language, active } = report;
  return {
    ...{ name, span, format, language, active, kind: target.kind },
    line: line ?? '',
    delayMin: String(delayMin),
    url: target.kind === 'webhook' ? target.url : '',
    to: target.kind === 'mail' ? target.to.join(', ') : '',
  };
}

/** Could a draft be sent? */
export const isWhole = ({ name, delayMin, kind, url, to }: SentReportDraft): boolean =>
  name !== '' && delayMin !== '' && (kind === 'mail' ? to : url) !== '';

const SPANS = ['shift', 'day', 'month'] as const;

interface FieldsProps {
  readonly draft: SentReportDraft;
  readonly onDraft: (draft: SentReportDraft) => void;
  /** is a mail server set? */
  readonly mail: boolean;
}

/** To whom it goes. */
function TargetFields({ draft, onDraft, mail }: FieldsProps) {
  const say = useOfficeText();
  const set = (change: Partial<SentReportDraft>) => onDraft({ ...draft, ...change });
  return (
    <>
      <ChoiceField
        label={say('sent-report.by')}
        value={draft.kind}
        choices={[
          { value: 'webhook', label: say('shop.webhook') },
          { value: 'mail', label: say('sent-report.mail') },
        ]}
        onValue={(kind) => set({ kind: kind as SentReportDraft['kind'] })}
        {...(!mail && draft.kind === 'mail' && { hint: say('sent-report.no-mail') })}
        plain
      />
      {draft.kind === 'webhook' ? (
        <TextField
          label={say('sent-report.url')}
          name="target.url"
          value={draft.url}
          onValue={(url) => set({ url })}
          hint={say('sent-report.url-hint')}
          placeholder="https://"
          required
        />
      ) : (
        <TextField
          label={say('sent-report.addresses')}
          name="target.to"
          value={draft.to}
          onValue={(to) => set({ to })}
          hint={say('sent-report.addresses-hint')}
          required
        />
      )}
    </>
  );
}

/** What the file is like, and when it is written. */
function FileFields({ draft, onDraft }: FieldsProps) {
  const say = useOfficeText();
  const { unit } = useFormat();
  const set = (change: Partial<SentReportDraft>) => onDraft({ ...draft, ...change });
  return (
    <FormRow>
      <ChoiceField
        label={say('sent-report.format')}
        value={draft.format}
        choices={[
          { value: 'pdf', label: say('report.pdf') },
          { value: 'xlsx', label: say('report.excel') },
        ]}
        onValue={(format) => set({ format: format as FigureReportFormat })}
        plain
      />
      <ChoiceField
        label={say('sent-report.language')}
        value={draft.language}
        choices={[
          { value: 'zh-CN', label: '中文' },
          { value: 'en', label: 'English' },
        ]}
        onValue={(language) => set({ language: language as Language })}
        plain
      />
      <NumberField
        label={say('sent-report.delay')}
        name="delayMin"
        value={draft.delayMin}
        onValue={(delayMin) => set({ delayMin })}
        unit={unit('min')}
        hint={say('sent-report.delay-hint')}
        required
      />
    </FormRow>
  );
}

/** Every field of a report that is sent by itself, but its id. */
export function SentReportFields(props: FieldsProps) {
  const { draft, onDraft } = props;
  const say = useOfficeText();
  const lines = useLineChoices();
  const set = (change: Partial<SentReportDraft>) => onDraft({ ...draft, ...change });
  return (
    <>
      <TextField
        label={say('set-up.name')}
        name="name"
        value={draft.name}
        onValue={(name) => set({ name })}
        required
      />
      <FormRow>
        <ChoiceField
          label={say('report.span')}
          value={draft.span}
          choices={SPANS.map((value) => ({ value, label: say(`sent-report.after.${value}`) }))}
          onValue={(span) => set({ span: span as FigureReportSpan })}
          plain
        />
        <ChoiceField
          label={say('figures.line')}
          name="line"
          value={draft.line}
          choices={[{ value: '', label: say('figures.whole-plant') }, ...lines]}
          onValue={(line) => set({ line })}
          plain
        />
      </FormRow>
      <FileFields {...props} />
      <TargetFields {...props} />
      <CheckField label={say('sent-report.on')} value={draft.active} onValue={(active) => set({ active })} />
    </>
  );
}
