import type { Factory } from './factory';

const shopping = [2, 1, 1, 1, 1, 1, 2, 3, 4, 5, 6, 6, 6, 5, 5, 5, 5, 5, 6, 7, 8, 8, 6, 4];
const office = [0, 0, 0, 0, 0, 0, 0, 1, 5, 8, 9, 8, 4, 6, 8, 8, 7, 4, 1, 0, 0, 0, 0, 0];

/** What is ordered, by whom, when, for when. */
export const demand: Factory['demand'] = [
  {
    id: 'gift',
    channel: 'web',
    customers: [['WEB-SHOP', 1]],
    items: [
      ['MUG-PHOTO', 30],
      ['TILE-PHOTO', 18],
      ['PEN-NAME', 20],
      ['BOX-WOOD', 12],
      ['PLAQUE', 8],
      ['GIFT-SET', 12],
    ],
    qty: { median: 5, sigma: 1.1, largest: 300 },
    perDay: 92,
    hours: shopping,
    wish: [
      [72, 82],
      [48, 8],
      [24, 4],
      [120, 6],
    ],
    opening: 22,
  },
  {
    id: 'event',
    channel: 'office',
    customers: [
      ['OFFICE-CORP', 4],
      ['SCHOOL-14', 2],
      ['HOTEL-GARDEN', 2],
    ],
    items: [
      ['MUG-PHOTO', 30],
      ['TILE-PHOTO', 14],
      ['PEN-NAME', 24],
      ['BOX-WOOD', 8],
      ['PLAQUE', 10],
      ['GIFT-SET', 14],
    ],
    qty: { median: 50, sigma: 0.7, largest: 300 },
    perDay: 14,
    hours: office,
    wish: [
      [72, 60],
      [96, 25],
      [120, 15],
    ],
    opening: 6,
  },
  {
    id: 'box',
    channel: 'market',
    customers: [
      ['MARKET-EAST', 6],
      ['CAFE-LOTUS', 2],
      ['TEA-HOUSE', 2],
    ],
    items: [
      ['BUTTER-TIN', 24],
      ['OAT-BISCUIT', 22],
      ['ALMOND-THIN', 18],
      ['MILK-COOKIE', 18],
      ['EGG-ROLL', 18],
    ],
    qty: { median: 20, sigma: 0.7, largest: 200 },
    perDay: 98,
    hours: shopping,
    wish: [
      [24, 30],
      [36, 40],
      [48, 30],
    ],
    opening: 14,
  },
  {
    id: 'bake',
    channel: 'office',
    customers: [
      ['HOTEL-GARDEN', 4],
      ['CAFE-LOTUS', 4],
      ['SUPER-FRESH', 4],
      ['OFFICE-CORP', 2],
      ['WEDDING-CO', 2],
    ],
    items: [
      ['NUT-MOONCAKE', 20],
      ['CREAM-CAKE', 25],
      ['CUSTARD-TART', 25],
      ['LOGO-COOKIE', 30],
    ],
    qty: { median: 50, sigma: 0.6, largest: 250 },
    perDay: 44,
    hours: office,
    wish: [
      [30, 20],
      [48, 40],
      [72, 30],
      [96, 10],
    ],
    opening: 18,
  },
];

/** Id, names, weight of lateness, days of shelf life that must be left. */
type Buyer = readonly [id: string, name: string, nameZh: string, weight: number, minDays: number];

const buyers: readonly Buyer[] = [
  ['WEB-SHOP', 'Web shop', '官方网店', 2, 0],
  ['MARKET-EAST', 'East marketplace', '东方商城', 2, 20],
  ['CAFE-LOTUS', 'Lotus cafés', '莲花咖啡', 3, 2],
  ['TEA-HOUSE', 'Old tea house', '老茶馆', 1, 20],
  ['HOTEL-GARDEN', 'Garden hotels', '花园酒店', 4, 3],
  ['SUPER-FRESH', 'Fresh supermarkets', '鲜生超市', 5, 4],
  ['OFFICE-CORP', 'Office supplies group', '办公集团', 3, 3],
  ['SCHOOL-14', 'School no. 14', '第十四中学', 1, 2],
  ['WEDDING-CO', 'Wedding planners', '婚庆公司', 5, 3],
];

/** Who orders. */
export const customers: Factory['customers'] = buyers.map(([id, name, nameZh, weight, minDays]) => ({
  id,
  name,
  nameZh,
  weight,
  minRemainingLifeDays: minDays,
  priceGroup: null,
  active: true,
}));

/** The shops that send signed orders. */
export const channels: Factory['channels'] = [
  { id: 'web', name: 'Web shop', customer: 'WEB-SHOP', webhook: null, active: true },
  { id: 'market', name: 'East marketplace', customer: 'MARKET-EAST', webhook: null, active: true },
];
