import { WhenLoaded } from '@takt/ui';
import { ExplainStops } from '../../components/explain-stops';
import { isQueued, useEntries } from '../../lib/outbox/entries';
import { LineFrame } from './line-frame';
import { useLineStops } from './use-line';

/** Stops of the line without a reason, each explained by one tap. */
export function LineStopsPage() {
  const stops = useLineStops();
  const entries = useEntries();
  return (
    <LineFrame>
      <WhenLoaded of={stops}>
        {({ items }) => (
          <ExplainStops
            stops={items.filter(
              ({ id }) => !isQueued(entries, (command) => command.kind === 'stop' && command.stop === id),
            )}
          />
        )}
      </WhenLoaded>
    </LineFrame>
  );
}
