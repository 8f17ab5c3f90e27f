import { channels, customers, demand } from './demand';
import type { Factory, OpeningStock, Supplier } from './factory';
import { dailyUse } from './load';
import { office, patterns, skills, workers } from './people';
import { boms, deliveryHours, items, routings } from './products';
import { reasons } from './reasons';
import { changeovers, lines, stations } from './stations';

const ORDER_AT_DAYS = 3;
const ORDER_UP_TO_DAYS = 6;
const OPENING_DAYS = 4.5;
/** made to stock: the store holds so much more than the level below which it is filled */
const OPENING_ABOVE = 1.35;

const use = dailyUse({ demand, boms, items });

const suppliers: readonly Supplier[] = [...deliveryHours].map(([item, hours]) => ({
  item,
  usePerDay: use.get(item) ?? 0,
  orderAtDays: ORDER_AT_DAYS,
  orderUpToDays: ORDER_UP_TO_DAYS,
  hours,
}));

const stock: readonly OpeningStock[] = [
  ...suppliers.map(({ item, usePerDay }) => ({
    item,
    qty: String(Math.ceil(usePerDay * OPENING_DAYS)),
    place: 'raw' as const,
  })),
  ...items
    .filter(({ replenishment }) => replenishment === 'make-to-stock')
    .map(({ id, stockMin, kind }) => ({
      item: id,
      qty: String(Math.ceil(Number(stockMin) * OPENING_ABOVE)),
      place: kind === 'finished' ? ('finished' as const) : ('wip' as const),
    })),
];

/** The demonstration factory: a bakery and a maker of gifts under one roof. */
export const demoFactory: Factory = {
  plant: {
    name: 'Lotus Bakery & Gifts',
    nameZh: '莲花烘焙与礼品',
    currency: 'EUR',
    language: 'zh-CN',
    frozenSec: 1800,
    toleranceSec: 900,
    ackWithinSec: 600,
    costing: 'standard',
  },
  lines,
  stations,
  skills,
  reasons,
  patterns,
  workers,
  office,
  items,
  changeovers,
  routings,
  boms,
  customers,
  channels,
  stock,
  suppliers,
  demand,
};

export type { DemandStream, Quantities, Weighted } from './demand-stream';
export type { Factory, FurnishedStation, OfficePerson, OpeningStock, Supplier } from './factory';
