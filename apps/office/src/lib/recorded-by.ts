import type { Movement } from '@takt/contracts';
import { useMemo } from 'react';
import { useOfficeText, type OfficeKey } from './texts';
import { useNames } from './use-names';

/** What core itself books, by the name under which it does. */
const own: Readonly<Record<string, OfficeKey>> = {
  takt: 'audit.kind.system',
  expiry: 'by.expiry',
  restatement: 'by.restatement',
};
const DEVICE = /^device [^/]+\/([^/]+)/;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Who or what recorded a movement, for the reader: a person, a machine, a floor screen, or Takt itself. */
export function useRecordedBy(): (movement: Pick<Movement, 'worker' | 'source'>) => string {
  const say = useOfficeText();
  const names = useNames();
  return useMemo(
    () =>
      ({ worker, source }) => {
        if (worker !== null) return names.worker(worker);
        const [, station] = DEVICE.exec(source) ?? [];
        if (station !== undefined) return names.station(station);
        const word = own[source];
        if (word) return say(word);
        const name = names.worker(source);
        return UUID.test(name) ? say('by.screen') : name;
      },
    [say, names],
  );
}
