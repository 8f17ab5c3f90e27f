import {
  itemRoutes,
  stationRoutes,
  userRoutes,
  workerRoutes,
  type Named,
  type Operation,
  type Session,
} from '@takt/contracts';
import { loginsToo, useFormat, useRead, useSession, type NameBook } from '@takt/ui';
import { useMemo } from 'react';

const MANY = { query: { limit: 500 } };

/** What an operation makes. */
export function itemOf({ itemName, itemNameZh }: Operation): Named {
  return { name: itemName, nameZh: itemNameZh };
}

/** For whom an operation is done; undefined: for stock. */
export function customerOf({ customer, customerZh }: Operation): Named | undefined {
  return customer ? { name: customer, nameZh: customerZh } : undefined;
}

/** The stations of the plant by id. */
export function useStations() {
  return useRead(stationRoutes.list, MANY);
}

/** The people of the plant by id. */
export function useWorkers() {
  return useRead(workerRoutes.list, MANY);
}

/** Finds the name of a skill; its id where none is known. */
export function useSkillName(): (skill: string) => string {
  const format = useFormat();
  const { data } = useRead(workerRoutes.skills);
  return (id) => {
    const skill = data?.find((each) => each.id === id);
    return skill ? format.name(skill) : id;
  };
}

/** Finds the name of a person by what was known when they signed in, in the language of the reader. */
export function usePersonName(): (person: Pick<Session, 'worker' | 'name'>) => string {
  const format = useFormat();
  const { data } = useWorkers();
  return (person) => {
    const worker = data?.items.find(({ id }) => id === person.worker);
    return worker ? format.name(worker) : person.name;
  };
}

/** Finds names of stations, people by worker or login, and, where they are asked for, items; the id where none is known. */
export function useNames(withItems = false): NameBook {
  const format = useFormat();
  const stations = useStations();
  const workers = useWorkers();
  // A board over the line has no right to know who stands behind a log-in.
  const role = useSession()?.role;
  const mayRead = role !== null && role !== undefined && userRoutes.names.access.includes(role);
  const users = useRead(userRoutes.names, {}, { enabled: mayRead });
  const items = useRead(itemRoutes.list, MANY, { enabled: withItems });
  return useMemo(() => {
    const finder = (things: readonly { id: string; name: string; nameZh?: string | undefined }[] = []) => {
      const names = new Map(things.map((thing) => [thing.id, format.name(thing)]));
      return (id: string) => names.get(id) ?? id;
    };
    const worker = finder(workers.data?.items);
    return {
      station: finder(stations.data?.items),
      worker: loginsToo(worker, users.data ?? []),
      item: finder(items.data?.items),
    };
  }, [format, stations.data, workers.data, users.data, items.data]);
}
