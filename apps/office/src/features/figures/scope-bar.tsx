import { lineRoutes } from '@takt/contracts';
import { Button, ChoiceField, useFormat, useRead } from '@takt/ui';
import { useSearchParams } from 'react-router';
import { Bar } from '../../components/bar';
import { Chips } from '../../components/chips';
import { useOfficeText } from '../../lib/texts';
import { useAddress } from '../../lib/use-address';
import { useNames } from '../../lib/use-names';
import { PERIODS, type Period } from './period';
import { NARROWED, type Narrowing, type Scope } from './use-scope';

/** Which period, which line, and what else the figures are narrowed to. */
export function ScopeBar({ scope }: { scope: Scope }) {
  const say = useOfficeText();
  const format = useFormat();
  const lines = useRead(lineRoutes.list).data ?? [];
  const [line, setLine] = useAddress('line');
  const [, setPeriod] = useAddress('period', '30d');
  return (
    <Bar>
      <Chips
        label={say('figures.period')}
        chips={PERIODS.map((key) => ({ key, label: say(`figures.period.${key}`) }))}
        chosen={scope.period}
        onChoose={(period: Period) => setPeriod(period)}
      />
      <ChoiceField
        label={say('figures.line')}
        value={line}
        choices={[
          { value: '', label: say('figures.whole-plant') },
          ...lines.map((each) => ({ value: each.id, label: format.name(each) })),
        ]}
        onValue={setLine}
        plain
      />
      <Narrowings scope={scope} />
    </Bar>
  );
}

/** What the figure is narrowed to beside the line; each can be taken away. */
function Narrowings({ scope }: { scope: Scope }) {
  const say = useOfficeText();
  const names = useNames();
  const [, setQuery] = useSearchParams();
  const nameOf = (key: Narrowing, id: string) =>
    key === 'station'
      ? names.station(id)
      : key === 'item'
        ? names.item(id)
        : key === 'customer'
          ? names.customer(id)
          : key === 'worker'
            ? names.worker(id)
            : id;
  const drop = (key: string) =>
    setQuery((before) => {
      const next = new URLSearchParams(before);
      next.delete(key);
      return next;
    });
  return (Object.entries(scope.narrowed) as [Narrowing, string][])
    .filter(([key]) => key !== 'line')
    .map(([key, id]) => (
      <Button key={key} icon="cross" onClick={() => drop(key)}>
        {say(`dimension.${NARROWED[key]}`)}: {nameOf(key, id)}
      </Button>
    ));
}
