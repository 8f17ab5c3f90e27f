import { scheduleRoutes, type Explanation } from '@takt/contracts';
import { ProblemError, useFormat, useRead, WhenLoaded } from '@takt/ui';
import { useOfficeText } from '../../lib/texts';
import { useNames, type Names } from '../../lib/use-names';
import css from './schedule.module.css';

type Link = Explanation['chain'][number];

const KINDS = [
  'running',
  'hold',
  'release',
  'ready',
  'after',
  'station',
  'calendar',
  'skill',
  'crew',
  'kept',
  'free',
  'done',
] as const;

/** What a link names, for the reader: operations by their number. */
function wordOf(names: Names, kind: string): (subject: string) => string {
  if (kind === 'calendar') return names.station;
  if (kind === 'skill') return names.skill;
  return kind === 'crew' ? names.line : (subject) => subject;
}

/** One link of the chain in a sentence. */
export function useLinkWords(): (link: Link) => string {
  const say = useOfficeText();
  const format = useFormat();
  const names = useNames();
  return ({ kind, subject, fromAt, untilAt }) => {
    const known = KINDS.find((each) => each === kind);
    const what = wordOf(names, kind)(subject);
    const until = untilAt === null ? '–' : format.when(untilAt);
    if (!known) return `${kind} ${what} ${until}`;
    const from = fromAt === null ? '–' : format.when(fromAt);
    return say(known === 'free' && fromAt !== null ? 'why.free-from' : `why.${known}`, { what, from, until });
  };
}

const OPERATION_LINKS = ['after', 'station', 'running'];

/** Why an operation does not start earlier: the chain of waits backwards in time, each link to be followed. */
export function ExplanationView({
  operation,
  onOpen,
}: {
  operation: string;
  onOpen: (operation: string) => void;
}) {
  const say = useOfficeText();
  const words = useLinkWords();
  const explanation = useRead(scheduleRoutes.explain, { params: { operation } });
  const { error } = explanation;
  if (error instanceof ProblemError && error.problem.code === 'schedule.not-planned')
    return <p className={css.soft}>{say('schedule.not-planned')}</p>;
  return (
    <WhenLoaded of={explanation}>
      {({ chain }) =>
        chain.length === 0 ? (
          <p className={css.soft}>{say('schedule.no-reason')}</p>
        ) : (
          <ol className={css.chain}>
            {chain.map((link, at) => (
              <li key={`${at} ${link.subject}`}>
                <span>{words(link)}</span>
                {OPERATION_LINKS.includes(link.kind) && link.subject !== operation ? (
                  <button type="button" className={css.link} onClick={() => onOpen(link.subject)}>
                    {say('schedule.look')}
                  </button>
                ) : null}
              </li>
            ))}
          </ol>
        )
      }
    </WhenLoaded>
  );
}
