import { deviceRoutes, lineRoutes, stationRoutes } from '@takt/contracts';
import type { Api } from './api';
import type { LoadClient } from './ingest-load';

const LINES = 10;
/** A station as the API takes one. */
export const STATION = {
  position: 1,
  capabilities: [],
  changeover: null,
  countSource: 'machine' as const,
  microstopSec: 60,
  silentSec: 3600,
  costPerHour: 0,
  active: true,
};

/** Sets up a plant with so many stations, each with a device of its own. */
export async function makePlant(api: Api, stations: number): Promise<LoadClient[]> {
  for (let i = 0; i < LINES; i++)
    await api.call(lineRoutes.put, {
      params: { line: `l-${i}` },
      body: { name: `Line ${i}`, position: i, shiftPattern: null },
    });
  const clients: LoadClient[] = [];
  for (let i = 0; i < stations; i++) {
    const [line, id] = [`l-${i % LINES}`, `s-${i}`];
    await api.call(stationRoutes.put, { params: { station: id }, body: { ...STATION, line, name: id } });
    const { username, password: secret } = await api.call(deviceRoutes.create, {
      body: { id, name: id, kind: 'machine', stations: [id] },
    });
    clients.push({ username, password: secret, root: `takt/v1/main/${line}/${id}` });
  }
  return clients;
}
