import { itemRoutes, lineRoutes, stationRoutes, workOrderRoutes } from '@takt/contracts';
import type { Api } from './api';

/** The line of the bench. */
export const LINE = 'floor';
/** Pieces to make at a station: one work order, more than anybody makes meanwhile. */
const TARGET = '100000';
const DAY_MS = 86_400_000;

/** A station and the work order that is made there. */
export interface BenchStation {
  readonly station: string;
  readonly workOrder: string;
}

/** Sets up a line with so many stations, each with an item of its own and work for days. */
export async function makeFloor(api: Api, count: number): Promise<BenchStation[]> {
  await api.call(lineRoutes.put, {
    params: { line: LINE },
    body: { name: 'Floor', position: 1, shiftPattern: null },
  });
  const made: BenchStation[] = [];
  for (let position = 0; position < count; position++) made.push(await makeOne(api, position));
  return made;
}

async function makeOne(api: Api, position: number): Promise<BenchStation> {
  const station = `s-${position}`;
  await api.call(stationRoutes.put, {
    params: { station },
    body: {
      ...{ line: LINE, name: station, position, capabilities: [], changeover: null },
      ...{
        countSource: 'terminal' as const,
        microstopSec: 60,
        silentSec: 86_400,
        costPerHour: 0,
        active: true,
      },
    },
  });
  await api.call(itemRoutes.put, {
    params: { item: station },
    body: {
      ...{
        name: `Part ${position}`,
        kind: 'finished' as const,
        class: null,
        unit: 'pcs',
        outside: false,
        active: true,
      },
      ...{
        replenishment: 'make-to-order' as const,
        standardCost: '1',
        price: null,
        stockMin: '0',
        lotSize: TARGET,
      },
      ...{ shelfLifeDays: null, leadTimeSec: 0 },
    },
  });
  await api.call(itemRoutes.putRouting, {
    params: { item: station },
    body: {
      operations: [
        {
          ...{ no: 10, name: 'Make', family: null, skill: null, crew: 0, waitMinSec: 0, waitMaxSec: null },
          ...{ interruptible: true, stations: [{ station, runSecPerUnit: 1, setupSec: 0 }] },
        },
      ],
    },
  });
  const { id } = await api.call(workOrderRoutes.create, {
    body: { item: station, qty: TARGET, dueAt: new Date(Date.now() + 5 * DAY_MS).toISOString() },
  });
  return { station, workOrder: id };
}
