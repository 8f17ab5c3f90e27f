import { kpiRoutes, scheduleRoutes } from '@takt/contracts';
import { useFactoryNow, useFormat, usePages, useRead, WhenLoaded } from '@takt/ui';
import { useNavigate } from 'react-router';
import { Chips } from '../../components/chips';
import { useOfficeText, type OfficeKey } from '../../lib/texts';
import { useAddress } from '../../lib/use-address';
import { useNames } from '../../lib/use-names';
import { MISSED_BY, missedCauses, plannedCauses, type MissedBy } from './loss-causes';
import { ParetoChart } from './pareto-chart';
import { figureAddress, requestOf, type Scope } from './use-scope';
import { useWhole } from './use-whole';
import type { FigureLossProps } from './figure-loss';

const MINUTE = 60_000;

/** Promises of the period that were missed: by customer, item, or the station that finished them last. */
export function MissedLosses({ scope, dimensions }: FigureLossProps) {
  const say = useOfficeText();
  const format = useFormat();
  const names = useNames();
  const go = useNavigate();
  const now = useFactoryNow(MINUTE);
  const [chosen, setChosen] = useAddress('missed', 'customer');
  const by: MissedBy = MISSED_BY.find((each) => each === chosen) ?? 'customer';
  const query = { ...requestOf(scope, dimensions), basis: 'committed', limit: 500 } as const;
  const pages = usePages(kpiRoutes.facts, { params: { kpi: 'otd' }, query });
  const { rows, more } = useWhole(pages);
  const missed = rows.filter(({ counts }) => counts === 'miss').length;
  const { line, station } = scope.narrowed;
  const wholePlant = line === undefined && station === undefined ? '' : ` ${say('losses.missed-plant')}`;
  const nameOf = (key: string) => (key === '' ? say('losses.no-station') : names[by](key));
  return (
    <WhenLoaded of={pages}>
      {() => (
        <ParetoChart
          title={say('losses.missed')}
          about={
            missed === 0
              ? undefined
              : `${say('losses.missed-hint', { missed, lines: rows.length })}${wholePlant}`
          }
          causes={missedCauses(rows, by, now)}
          nameOf={nameOf}
          write={(amount) => format.duration(amount)}
          amountName={say('losses.late')}
          none={say(rows.length === 0 ? 'losses.missed-nothing' : 'losses.missed-none')}
          open={{
            label: say('losses.look-facts'),
            onOpen: () => void go(figureAddress('otd', scope, { facts: 'miss' })),
          }}
          more={more}
        >
          {missed === 0 ? null : (
            <Chips
              label={say('losses.missed')}
              chips={MISSED_BY.map((key) => ({ key, label: say(`losses.by.${key}`) }))}
              chosen={by}
              onChoose={setChosen}
            />
          )}
        </ParetoChart>
      )}
    </WhenLoaded>
  );
}

/** What is said of what binds late work; one without a sentence is shown as core names it. */
const bindings: Readonly<Record<string, OfficeKey>> = {
  running: 'binding.running',
  hold: 'binding.hold',
  release: 'binding.release',
  ready: 'binding.ready',
  after: 'binding.after',
  station: 'binding.station',
  calendar: 'binding.calendar',
  skill: 'binding.skill',
  crew: 'binding.crew',
  kept: 'binding.kept',
  free: 'binding.free',
};

/** What binds the work that the plan in force finishes late: of now, whatever period is chosen. */
export function PlannedLosses({ scope: { narrowed } }: { scope: Scope }) {
  const say = useOfficeText();
  const format = useFormat();
  const names = useNames();
  const go = useNavigate();
  const { line } = narrowed;
  const late = useRead(scheduleRoutes.late, line === undefined ? {} : { query: { line } });
  const nameOf = (key: string) => {
    const [kind = '', subject = ''] = key.split(' ');
    const book = kind === 'skill' ? names.skill : kind === 'crew' ? names.line : names.station;
    const word = bindings[kind];
    return word ? say(word, { what: book(subject) }) : key;
  };
  return (
    <WhenLoaded of={late}>
      {(works) => (
        <ParetoChart
          title={say('losses.planned')}
          about={say('losses.planned-hint')}
          causes={plannedCauses(works)}
          nameOf={nameOf}
          write={(amount) => format.duration(amount)}
          amountName={say('losses.late')}
          none={say('losses.planned-none')}
          open={{ label: say('losses.look'), onOpen: () => void go('/schedule') }}
        />
      )}
    </WhenLoaded>
  );
}
