import {
  customerRoutes,
  itemRoutes,
  lineRoutes,
  qualityRoutes,
  reasonRoutes,
  stationRoutes,
  userRoutes,
  workerRoutes,
  type Named,
} from '@takt/contracts';
import { loginsToo, useFormat, useRead, type NameBook } from '@takt/ui';
import { useMemo } from 'react';

/** Finds the name of a thing for the reader; the id where nothing better is known. */
export interface Names extends NameBook {
  line(id: string): string;
  customer(id: string): string;
  reason(id: string): string;
  skill(id: string): string;
  /** what is measured or checked, and the answers to choose from */
  parameter(id: string): string;
  /** unit of an item, for the reader */
  unit(item: string): string;
}

const ALL = { query: { limit: 500 } } as const;
const NONE: readonly never[] = [];

/** The name book of the plant, kept true to changes of the set-up. */
export function useNames(): Names {
  const format = useFormat();
  const items = useRead(itemRoutes.list, ALL).data?.items ?? NONE;
  const stations = useRead(stationRoutes.list, ALL).data?.items ?? NONE;
  const lines = useRead(lineRoutes.list).data ?? NONE;
  const customers = useRead(customerRoutes.list, ALL).data?.items ?? NONE;
  const workers = useRead(workerRoutes.list, ALL).data?.items ?? NONE;
  const users = useRead(userRoutes.names).data ?? NONE;
  const reasons = useRead(reasonRoutes.list).data ?? NONE;
  const skills = useRead(workerRoutes.skills).data ?? NONE;
  const words = useRead(qualityRoutes.words).data ?? NONE;
  return useMemo(() => {
    const book = (things: readonly (Named & { readonly id: string })[]) => {
      const names = new Map(things.map((thing) => [thing.id, format.name(thing)]));
      return (id: string) => names.get(id) ?? id;
    };
    const units = new Map(items.map(({ id, unit }) => [id, unit]));
    return {
      item: book(items),
      station: book(stations),
      line: book(lines),
      customer: book(customers),
      worker: loginsToo(book(workers), users),
      reason: book(reasons),
      skill: book(skills),
      parameter: book(words),
      unit: (item) => format.unit(units.get(item) ?? ''),
    };
  }, [items, stations, lines, customers, workers, users, reasons, skills, words, format]);
}
