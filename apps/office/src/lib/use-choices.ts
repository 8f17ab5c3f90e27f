import {
  customerRoutes,
  itemRoutes,
  lineRoutes,
  stationRoutes,
  workerRoutes,
  type Named,
} from '@takt/contracts';
import { useFormat, useRead, type Choice } from '@takt/ui';
import { useMemo } from 'react';

type Thing = Named & { readonly id: string; readonly active?: boolean };

/** Things in use as choices of a field, by name. */
function useChoices(things: readonly Thing[] | undefined): readonly Choice[] {
  const format = useFormat();
  return useMemo(
    () =>
      (things ?? [])
        .filter(({ active }) => active !== false)
        .map((thing) => ({ value: thing.id, label: `${format.name(thing)} · ${thing.id}` })),
    [things, format],
  );
}

const ALL = { query: { limit: 500 } } as const;

/** Items that can be ordered or made; `made` leaves out what is bought. */
export function useItemChoices(made = false): readonly Choice[] {
  const items = useRead(itemRoutes.list, ALL).data?.items;
  const fitting = useMemo(
    () => (made ? items?.filter(({ replenishment }) => replenishment !== 'buy') : items),
    [items, made],
  );
  return useChoices(fitting);
}

/** Customers. */
export function useCustomerChoices(): readonly Choice[] {
  return useChoices(useRead(customerRoutes.list, ALL).data?.items);
}

/** Stations. */
export function useStationChoices(): readonly Choice[] {
  return useChoices(useRead(stationRoutes.list, ALL).data?.items);
}

/** Lines. */
export function useLineChoices(): readonly Choice[] {
  return useChoices(useRead(lineRoutes.list).data);
}

/** Workers. */
export function useWorkerChoices(): readonly Choice[] {
  return useChoices(useRead(workerRoutes.list, ALL).data?.items);
}
