import { loopRoutes, type LoopStatus } from '@takt/contracts';
import {
  DataTable,
  Figure,
  StateBadge,
  triggerWords,
  useFormat,
  useRead,
  useUiText,
  WhenLoaded,
  type Column,
  type Sign,
} from '@takt/ui';
import { useCallback, useMemo } from 'react';
import { useNavigate } from 'react-router';
import { PageHead } from '../../components/page-head';
import { Section } from '../../components/section';
import { useOfficeText } from '../../lib/texts';
import { useNames } from '../../lib/use-names';
import { detailWord, outcomeWord, partWord, queueWord, type LoopWord } from './loop-words';
import css from './loop.module.css';

const EVERY_MS = 5_000;
type Step = LoopStatus['steps'][number];
type Replan = LoopStatus['replans'][number];
type Job = LoopStatus['jobs'][number];
type Part = LoopStatus['parts'][number];

const signs: Readonly<Record<'ok' | 'bad', Sign>> = {
  ok: { tone: 'green', icon: 'check', word: 'connection.live' },
  bad: { tone: 'red', icon: 'fault', word: 'state.fault' },
};

/** Says a word; without one, what core calls it. */
function useWord() {
  const say = useOfficeText();
  return useCallback(
    (word: LoopWord | undefined, code: string) => (word ? say(word.key, word.values) : code),
    [say],
  );
}

/** How long each step takes, drawn on one scale so that the slow one is seen. */
function Steps({ steps }: { steps: LoopStatus['steps'] }) {
  const say = useOfficeText();
  const format = useFormat();
  const columns = useMemo((): Column<Step>[] => {
    const slowest = Math.max(1, ...steps.map(({ p99Ms }) => p99Ms ?? 0));
    const share = (ms: number | null) => `${((ms ?? 0) / slowest) * 100}%`;
    return [
      { key: 'step', header: say('loop.step'), text: ({ step }) => say(`loop.step.${step}`) },
      { key: 'count', header: say('loop.count'), text: ({ count }) => format.qty(count), align: 'end' },
      { key: 'p50', header: say('loop.p50'), text: ({ p50Ms }) => format.number(p50Ms, 0), align: 'end' },
      { key: 'p99', header: say('loop.p99'), text: ({ p99Ms }) => format.number(p99Ms, 0), align: 'end' },
      {
        key: 'bar',
        header: '',
        text: () => '',
        cell: ({ p50Ms, p99Ms }) => (
          <span className={css.span}>
            <i style={{ width: share(p99Ms) }} />
            <b style={{ width: share(p50Ms) }} />
          </span>
        ),
        width: '40%',
      },
    ];
  }, [say, format, steps]);
  return <DataTable label={say('loop.steps')} columns={columns} rows={steps} rowKey={({ step }) => step} />;
}

function Replans({ replans }: { replans: LoopStatus['replans'] }) {
  const say = useOfficeText();
  const word = useWord();
  const ui = useUiText();
  const format = useFormat();
  const names = useNames();
  const go = useNavigate();
  const columns = useMemo(
    (): Column<Replan>[] => [
      {
        key: 'version',
        header: say('schedule.version-no'),
        text: ({ version }) => (version === null ? '–' : String(version)),
      },
      { key: 'at', header: say('schedule.made'), text: ({ at }) => format.when(at) },
      {
        key: 'why',
        header: say('schedule.cause'),
        text: ({ triggers }) =>
          [...new Set(triggers.map((trigger) => triggerWords(trigger, ui, names)))].slice(0, 3).join(' · ') ||
          '–',
      },
      {
        key: 'outcome',
        header: say('loop.outcome'),
        text: ({ outcome }) => word(outcomeWord(outcome), outcome),
      },
      {
        key: 'moved',
        header: say('schedule.figure.moved'),
        text: ({ moved }) => format.qty(moved),
        align: 'end',
      },
      {
        key: 'solve',
        header: say('schedule.solve'),
        text: ({ solveMs }) => `${format.qty(solveMs)} ${format.unit('ms')}`,
        align: 'end',
      },
      {
        key: 'total',
        header: say('loop.total'),
        text: ({ totalMs }) => (totalMs === null ? '–' : `${format.number(totalMs, 0)} ${format.unit('ms')}`),
        align: 'end',
      },
    ],
    [say, word, ui, format, names],
  );
  if (replans.length === 0) return <p className={css.soft}>{say('schedule.no-versions')}</p>;
  return (
    <DataTable
      label={say('loop.replans')}
      columns={columns}
      rows={replans}
      rowKey={({ version, at }) => `${version} ${at}`}
      onOpen={({ version }) => version !== null && void go(`/schedule?view=versions&version=${version}`)}
    />
  );
}

function Parts({ status }: { status: LoopStatus }) {
  const say = useOfficeText();
  const word = useWord();
  const format = useFormat();
  const parts = useMemo(
    (): Column<Part>[] => [
      { key: 'part', header: say('loop.part'), text: ({ part }) => word(partWord(part), part) },
      {
        key: 'ok',
        header: say('loop.state'),
        text: ({ ok }) => say(ok ? 'loop.ok' : 'loop.bad'),
        cell: ({ ok }) => (
          <StateBadge sign={signs[ok ? 'ok' : 'bad']} size="quiet" word={say(ok ? 'loop.ok' : 'loop.bad')} />
        ),
      },
      { key: 'detail', header: say('loop.detail'), text: (part) => word(detailWord(part), part.detail) },
    ],
    [say, word],
  );
  const jobs = useMemo(
    (): Column<Job>[] => [
      { key: 'queue', header: say('loop.queue'), text: ({ queue }) => word(queueWord(queue), queue) },
      {
        key: 'waiting',
        header: say('loop.waiting'),
        text: ({ waiting }) => format.qty(waiting),
        align: 'end',
      },
      { key: 'active', header: say('loop.active'), text: ({ active }) => format.qty(active), align: 'end' },
      { key: 'failed', header: say('loop.failed'), text: ({ failed }) => format.qty(failed), align: 'end' },
    ],
    [say, word, format],
  );
  return (
    <div className={css.beside}>
      <Section title={say('loop.parts')}>
        <DataTable
          label={say('loop.parts')}
          columns={parts}
          rows={status.parts}
          rowKey={({ part }) => part}
          urgencyOf={({ ok }) => (ok ? 'rest' : 'needs-you')}
        />
      </Section>
      <Section title={say('loop.jobs')}>
        <DataTable label={say('loop.jobs')} columns={jobs} rows={status.jobs} rowKey={({ queue }) => queue} />
      </Section>
    </div>
  );
}

/** The loop at work: how long each step takes, the last replans, whether every part is well. */
export default function LoopPage() {
  const say = useOfficeText();
  const format = useFormat();
  const status = useRead(loopRoutes.status, {}, { everyMs: EVERY_MS });
  return (
    <>
      <PageHead title={say('nav.loop')} />
      <WhenLoaded of={status}>
        {(loop) => (
          <>
            <div className={css.figures}>
              <Figure
                label={say('loop.messages')}
                value={format.number(loop.messagesPerSec, 1)}
                unit="/s"
                size={3}
              />
              <Figure label={say('loop.messages-total')} value={format.qty(loop.messagesTotal)} size={3} />
              <Figure label={say('loop.quarantined')} value={format.qty(loop.quarantined)} size={3} />
              <Figure label={say('loop.outbox')} value={format.qty(loop.outboxWaiting)} size={3} />
              <Figure
                label={say('loop.behind')}
                value={format.number(loop.deriveBehindMs, 0)}
                unit="ms"
                size={3}
              />
            </div>
            <Section title={say('loop.steps')}>
              <Steps steps={loop.steps} />
            </Section>
            <Section title={say('loop.replans')}>
              <Replans replans={loop.replans} />
            </Section>
            <Parts status={loop} />
          </>
        )}
      </WhenLoaded>
    </>
  );
}
