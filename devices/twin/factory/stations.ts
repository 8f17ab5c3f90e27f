import type { DeviceProfile } from '../../kit';
import { assemblyBench } from '../../assembly-bench/profile';
import { decoratingBench } from '../../decorating-bench/profile';
import { engraver } from '../../engraver/profile';
import { former } from '../../former/profile';
import { mixer } from '../../mixer/profile';
import { oven } from '../../oven/profile';
import { packer } from '../../packer/profile';
import { packingBench } from '../../packing-bench/profile';
import { uvPrinter } from '../../uv-printer/profile';
import type { Factory, FurnishedStation } from './factory';

/** Two lines: one bakes, one makes gifts to order. */
export const lines: Factory['lines'] = [
  { id: 'bakery', name: 'Bakery', nameZh: '烘焙线', position: 1, shiftPattern: 'two-shift' },
  { id: 'gifts', name: 'Custom gifts', nameZh: '定制礼品线', position: 2, shiftPattern: 'two-shift' },
];

/** Stations of one kind, numbered from 1. */
interface Row {
  readonly id: string;
  readonly count: number;
  readonly name: string;
  readonly nameZh: string;
  readonly line: 'bakery' | 'gifts';
  readonly device: DeviceProfile;
  readonly does: string;
  readonly changeover: string | null;
  readonly costPerHour: number;
}

const rows: readonly Row[] = [
  {
    id: 'mixer',
    count: 1,
    name: 'Mixer',
    nameZh: '和面机',
    line: 'bakery',
    device: mixer,
    does: 'mixing',
    changeover: 'dough',
    costPerHour: 18,
  },
  {
    id: 'former',
    count: 1,
    name: 'Former',
    nameZh: '成型机',
    line: 'bakery',
    device: former,
    does: 'forming',
    changeover: 'dough',
    costPerHour: 24,
  },
  {
    id: 'oven',
    count: 2,
    name: 'Oven',
    nameZh: '烤炉',
    line: 'bakery',
    device: oven,
    does: 'baking',
    changeover: 'oven',
    costPerHour: 32,
  },
  {
    id: 'deco',
    count: 4,
    name: 'Decorating',
    nameZh: '装饰台',
    line: 'bakery',
    device: decoratingBench,
    does: 'decorating',
    changeover: null,
    costPerHour: 6,
  },
  {
    id: 'packer',
    count: 2,
    name: 'Packer',
    nameZh: '包装机',
    line: 'bakery',
    device: packer,
    does: 'packing',
    changeover: null,
    costPerHour: 14,
  },
  {
    id: 'uv',
    count: 2,
    name: 'UV printer',
    nameZh: 'UV打印机',
    line: 'gifts',
    device: uvPrinter,
    does: 'printing',
    changeover: 'print',
    costPerHour: 20,
  },
  {
    id: 'engraver',
    count: 1,
    name: 'Engraver',
    nameZh: '激光雕刻机',
    line: 'gifts',
    device: engraver,
    does: 'engraving',
    changeover: null,
    costPerHour: 22,
  },
  {
    id: 'assembly',
    count: 3,
    name: 'Assembly',
    nameZh: '组装台',
    line: 'gifts',
    device: assemblyBench,
    does: 'assembling',
    changeover: null,
    costPerHour: 5,
  },
  {
    id: 'packing',
    count: 1,
    name: 'Gift packing',
    nameZh: '礼品包装台',
    line: 'gifts',
    device: packingBench,
    does: 'gift-packing',
    changeover: null,
    costPerHour: 5,
  },
];

const MICROSTOP_SEC = 90;
const SILENT_SEC = 900;

/** Ids of the stations of a kind: `oven` → oven-1, oven-2. */
export function stationsOf(kind: string): string[] {
  const row = rows.find(({ id }) => id === kind);
  return Array.from({ length: row?.count ?? 0 }, (_, i) => `${kind}-${i + 1}`);
}

/** Every station with the device that stands there. */
export const stations: readonly FurnishedStation[] = rows
  .flatMap((row) => stationsOf(row.id).map((id, i) => ({ id, number: i + 1, row })))
  .map(({ id, number, row }, place) => ({
    id,
    line: row.line,
    name: row.count > 1 ? `${row.name} ${number}` : row.name,
    nameZh: row.count > 1 ? `${row.nameZh} ${number}` : row.nameZh,
    position: place + 1,
    capabilities: [row.does],
    changeover: row.changeover,
    countSource: 'terminal' as const,
    reportBy: 'keypad',
    microstopSec: MICROSTOP_SEC,
    silentSec: SILENT_SEC,
    costPerHour: row.costPerHour,
    active: true,
    device: row.device,
  }));

const MIN = 60;

/** Minutes from the family run last (row) to the next (column); nuts leave an allergen behind that has to be washed away. */
export const changeovers: Factory['changeovers'] = [
  matrix('dough', 'Dough: allergens', '面团：过敏原', {
    plain: [0, 5, 4, 4],
    nut: [30, 0, 30, 30],
    milk: [15, 5, 0, 10],
    egg: [15, 5, 10, 0],
  }),
  matrix('oven', 'Oven: allergens', '烤炉：过敏原', {
    plain: [0, 3, 3, 3],
    nut: [20, 0, 20, 20],
    milk: [8, 3, 0, 6],
    egg: [8, 3, 6, 0],
  }),
  matrix('print', 'Print bed and ink', '打印平台与墨水', {
    white: [0, 4, 8],
    colour: [6, 0, 8],
    metal: [10, 10, 0],
  }),
];

function matrix(
  id: string,
  name: string,
  nameZh: string,
  minutes: Readonly<Record<string, readonly number[]>>,
): Factory['changeovers'][number] {
  const seconds = Object.values(minutes).map((row) => row.map((min) => min * MIN));
  return { id, name, nameZh, families: Object.keys(minutes), seconds };
}
