import type { Operation, Worker } from '@takt/contracts';
import { Button, EmptyState, Icon, useFormat, WhenLoaded, type IconName, type Tone } from '@takt/ui';
import { useNavigate } from 'react-router';
import { useNames, useSkillName, useWorkers } from '../../lib/names';
import { useShift } from '../../lib/use-shift';
import { useTerminal } from '../../lib/terminal';
import { useFloorText, type FloorKey } from '../../lib/texts';
import { LineFrame } from './line-frame';
import css from './people-page.module.css';
import { rosterOf, type RosterLine } from './roster';
import { useLineOperations, usePresent } from './use-line';

const signs: Readonly<Record<RosterLine['standing'], { tone: Tone; icon: IconName; word: FloorKey }>> = {
  missing: { tone: 'red', icon: 'question', word: 'roster.missing' },
  break: { tone: 'blue', icon: 'pause', word: 'roster.break' },
  here: { tone: 'green', icon: 'check', word: 'roster.here' },
  extra: { tone: 'blue', icon: 'plus', word: 'roster.extra' },
};

function Line({
  line,
  worker,
  work,
}: {
  line: RosterLine;
  worker: Worker | undefined;
  work: readonly Operation[];
}) {
  const say = useFloorText();
  const format = useFormat();
  const go = useNavigate();
  const names = useNames();
  const skillName = useSkillName();
  const sign = signs[line.standing];
  const [first] = work;
  return (
    <li className={css.line}>
      <span className={css.standing} data-tone={sign.tone}>
        <Icon name={sign.icon} /> {say(sign.word)}
      </span>
      <div>
        <strong>{worker ? format.name(worker) : line.worker}</strong>
        <p className={css.soft}>
          {worker?.skills.map(({ skill }) => skillName(skill)).join(', ')}
          {line.sinceAt === null ? '' : ` · ${say('roster.since', { time: format.time(line.sinceAt) })}`}
        </p>
      </div>
      <span>
        {first
          ? `${first.workOrder} · ${first.station === null ? '' : names.station(first.station)}`
          : line.standing === 'missing'
            ? ''
            : line.standing === 'break'
              ? ''
              : say('roster.free')}
      </span>
      {first?.station ? (
        <Button icon="right" onClick={() => void go(`/supervisor/station/${first.station}`)}>
          {say('roster.place')}
        </Button>
      ) : null}
    </li>
  );
}

/** Who is here against who should be: the missing first, then the free, then those at work. */
export function PeoplePage() {
  const say = useFloorText();
  const { line } = useTerminal();
  const shift = useShift(line);
  const workers = useWorkers();
  const present = usePresent();
  const operations = useLineOperations();
  const working = (operations.data?.items ?? []).filter(
    ({ status }) => status === 'running' || status === 'paused',
  );
  const workOf = (worker: string) => working.filter(({ workers: who }) => who.includes(worker));
  return (
    <LineFrame>
      <WhenLoaded of={present}>
        {(rows) => {
          const known = workers.data?.items ?? [];
          const home = (id: string) => known.find((worker) => worker.id === id)?.line === line;
          const here = rows.filter((each) => each.line === line || home(each.worker));
          const roster = rosterOf(shift?.rostered ?? [], here);
          const count = (standing: RosterLine['standing']) =>
            roster.filter((each) => each.standing === standing).length;
          if (roster.length === 0)
            return <EmptyState title={say('roster.none')} hint={say('roster.none-hint')} />;
          return (
            <>
              <p className={css.summary}>
                {say('roster.summary', {
                  here: count('here') + count('break') + count('extra'),
                  expected: shift?.rostered.length ?? 0,
                  missing: count('missing'),
                })}
              </p>
              <ul>
                {roster.map((each) => (
                  <Line
                    key={each.worker}
                    line={each}
                    worker={known.find(({ id }) => id === each.worker)}
                    work={workOf(each.worker)}
                  />
                ))}
              </ul>
            </>
          );
        }}
      </WhenLoaded>
    </LineFrame>
  );
}
