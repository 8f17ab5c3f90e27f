import { instructionRoutes, qualityRoutes, type Operation } from '@takt/contracts';
import { useRead } from '@takt/ui';
import { useEffect } from 'react';
import { mediaContent } from '../../lib/kept-media';
import { byUrgency } from './steady-work';

/** Operations whose instructions a station keeps at hand. */
const STOCKED = 8;

function Stocked({ operation }: { operation: string }) {
  const { data } = useRead(instructionRoutes.get, { params: { operation } });
  useRead(qualityRoutes.checks, { query: { filter: `operation:${operation}`, sort: '-at', limit: 200 } });
  useEffect(() => {
    let left = false;
    const fetchAll = async () => {
      // One after the other: what people do goes over the same network.
      for (const { media } of data?.steps ?? [])
        if (media && !left) await mediaContent(media).catch(() => undefined);
    };
    void fetchAll();
    return () => {
      left = true;
    };
  }, [data]);
  return null;
}

/** Fetches how the next operations of a station are done, with everything that is shown: it is there without the network too. */
export function StockedInstructions({ operations }: { operations: readonly Operation[] }) {
  return byUrgency(operations)
    .slice(0, STOCKED)
    .map(({ id }) => <Stocked key={id} operation={id} />);
}
