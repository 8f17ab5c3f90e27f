import { itemRoutes, stationRoutes, workerRoutes, type Session } from '@takt/contracts';
import { useFormat, useRead, type NameBook } from '@takt/ui';
import { useMemo } from 'react';

const MANY = { query: { limit: 500 } };

/** The people of the plant by id. */
export function useWorkers() {
  return useRead(workerRoutes.list, MANY);
}

/** The name of a person who is signed in, in the language of the reader. */
export function usePersonName(): (session: Session) => string {
  const format = useFormat();
  const { data } = useWorkers();
  return (session) => {
    const worker = data?.items.find(({ id }) => id === session.worker);
    return worker ? format.name(worker) : session.name;
  };
}

/** Finds names of stations, people and, where they are asked for, items; the id where none is known. */
export function useNames(withItems = false): NameBook {
  const format = useFormat();
  const stations = useRead(stationRoutes.list, MANY);
  const workers = useWorkers();
  const items = useRead(itemRoutes.list, MANY, { enabled: withItems });
  return useMemo(() => {
    const finder = (things: readonly { id: string; name: string; nameZh?: string | undefined }[] = []) => {
      const names = new Map(things.map((thing) => [thing.id, format.name(thing)]));
      return (id: string) => names.get(id) ?? id;
    };
    return {
      station: finder(stations.data?.items),
      worker: finder(workers.data?.items),
      item: finder(items.data?.items),
    };
  }, [format, stations.data, workers.data, items.data]);
}
