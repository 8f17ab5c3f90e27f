import type { Item, RoutingOperation, StepCapture } from '@takt/contracts';
import type { Factory } from './factory';
import { stationsOf } from './stations';

type NewItem = Factory['items'][number];

const DAY_SEC = 86_400;

/** What a step asks for, with its words in both languages. */
interface Ask {
  readonly text: string;
  readonly textZh: string;
  readonly capture: StepCapture;
}

/** A kind of operation: where it is done, by whom, how it is said. */
interface Step {
  readonly kind: string;
  readonly skill: string | null;
  readonly crew: number;
  readonly name: string;
  readonly nameZh: string;
  readonly setupSec: number;
  readonly interruptible: boolean;
  readonly limits?: RoutingOperation['limits'];
  readonly say: string;
  readonly sayZh: string;
  /** what is typed in while it is done */
  readonly ask?: Ask;
}

const nothing = { unit: '', min: null, max: null, choices: [] };

function number(
  text: string,
  textZh: string,
  capture: Pick<StepCapture, 'name' | 'nameZh' | 'unit' | 'min' | 'max'>,
): Ask {
  return { text, textZh, capture: { ...nothing, ...capture, kind: 'number' } };
}

function yesNo(text: string, textZh: string, capture: Pick<StepCapture, 'name' | 'nameZh'>): Ask {
  return { text, textZh, capture: { ...nothing, ...capture, kind: 'yes-no' } };
}

const colour: Ask = {
  text: 'What colour has the first tray?',
  textZh: '第一盘是什么颜色？',
  capture: {
    ...nothing,
    ...{ name: 'colour', nameZh: '颜色', kind: 'choice' },
    choices: [
      { name: 'golden', nameZh: '金黄', good: true },
      { name: 'pale', nameZh: '偏浅', good: true },
      { name: 'burnt', nameZh: '焦', good: false },
    ],
  },
};

// prettier-ignore
const steps: Readonly<Record<string, Step>> = {
  mix: { kind: 'mixer', skill: 'mix', crew: 1, name: 'Mix', nameZh: '和面', setupSec: 60, interruptible: true, say: 'Weigh in by the recipe; dough between 22 and 26 °C.', sayZh: '按配方称量；面团温度22–26℃。', ask: number('Measure the dough.', '测量面团温度。', { name: 'dough_c', nameZh: '面团温度', unit: '°C', min: 22, max: 26 }) },
  form: { kind: 'former', skill: 'form', crew: 1, name: 'Form', nameZh: '成型', setupSec: 60, interruptible: true, say: 'Check the weight of five pieces at the start.', sayZh: '开始时抽检五件重量。', ask: number('Weigh five pieces together.', '五件一起称重。', { name: 'five_pieces_g', nameZh: '五件重量', unit: 'g', min: 90, max: 110 }) },
  bake: { kind: 'oven', skill: 'bake', crew: 0, name: 'Bake', nameZh: '烘烤', setupSec: 0, interruptible: true, limits: [{ parameter: 'oven_c', name: 'Oven, °C', nameZh: '炉温 ℃', min: 165, max: 195 }], say: 'Oven at 180 °C; check the colour of the first tray.', sayZh: '炉温180℃；检查第一盘颜色。', ask: colour },
  decorate: { kind: 'deco', skill: 'decorate', crew: 1, name: 'Decorate', nameZh: '装饰', setupSec: 90, interruptible: true, say: 'Follow the picture; icing between 27 and 33 °C.', sayZh: '按图样装饰；糖霜27–33℃。' },
  pack: { kind: 'packer', skill: 'pack', crew: 1, name: 'Pack', nameZh: '包装', setupSec: 60, interruptible: true, limits: [{ parameter: 'seal_c', name: 'Seal, °C', nameZh: '封口温度 ℃', min: 125, max: 160 }], say: 'Check seal and best-before date of the first box.', sayZh: '检查首箱封口与保质期。' },
  print: { kind: 'uv', skill: 'print', crew: 0, name: 'Print', nameZh: '打印', setupSec: 150, interruptible: true, say: 'Print one, compare it with the artwork, then the rest.', sayZh: '先打印一件与图稿核对，再打印其余。', ask: yesNo('Does the first print match the artwork?', '首件与图稿一致吗？', { name: 'matches_artwork', nameZh: '与图稿一致' }) },
  engrave: { kind: 'engraver', skill: 'engrave', crew: 1, name: 'Engrave', nameZh: '雕刻', setupSec: 120, interruptible: true, say: 'Read the text aloud before the first piece.', sayZh: '首件前朗读核对文字。' },
  assemble: { kind: 'assembly', skill: 'assemble', crew: 1, name: 'Assemble', nameZh: '组装', setupSec: 60, interruptible: true, say: 'Cotton gloves; no fingerprints.', sayZh: '戴棉手套，不留指纹。' },
  wrap: { kind: 'packing', skill: 'pack', crew: 1, name: 'Pack', nameZh: '包装', setupSec: 60, interruptible: true, say: 'Card, tissue, label; scan the parcel.', sayZh: '放卡片、包装纸、贴标；扫描包裹。' },
};

/** Seconds per piece of each step. */
type Times = Partial<Readonly<Record<keyof typeof steps, number>>>;

/** One sort that is made: what it is, how it is made, what goes into it. */
interface Made {
  readonly id: string;
  readonly name: string;
  readonly nameZh: string;
  readonly class: string;
  readonly kind?: Item['kind'];
  readonly family: string;
  /** days; null: keeps */
  readonly life: number | null;
  readonly cost: number;
  readonly price: number | null;
  /** make-to-stock: [replenish below, quantity of a work order]; absent: made to order */
  readonly stock?: readonly [number, number];
  readonly times: Times;
  readonly parts: Readonly<Record<string, number>>;
}

// prettier-ignore
const made: readonly Made[] = [
  { id: 'BUTTER-TIN', name: 'Butter cookies, tin', nameZh: '黄油曲奇礼罐', class: 'cookies', family: 'plain', life: 60, cost: 3.1, price: 7.9, stock: [620, 450], times: { mix: 5.5, form: 6.2, bake: 13, pack: 8 }, parts: { FLOUR: 0.22, SUGAR: 0.08, BUTTER: 0.12, CARTON: 1 } },
  { id: 'OAT-BISCUIT', name: 'Oat biscuits', nameZh: '燕麦饼干', class: 'cookies', family: 'plain', life: 60, cost: 2.2, price: 5.4, stock: [620, 450], times: { mix: 5.5, form: 6.2, bake: 12, pack: 8 }, parts: { FLOUR: 0.24, SUGAR: 0.06, BUTTER: 0.05, CARTON: 1 } },
  { id: 'ALMOND-THIN', name: 'Almond thins', nameZh: '杏仁薄脆', class: 'cookies', family: 'nut', life: 60, cost: 3.8, price: 8.6, stock: [560, 450], times: { mix: 5, form: 6.6, bake: 12, pack: 8.5 }, parts: { FLOUR: 0.12, SUGAR: 0.09, BUTTER: 0.06, 'NUT-MIX': 0.12, CARTON: 1 } },
  { id: 'MILK-COOKIE', name: 'Milk cookies', nameZh: '牛奶曲奇', class: 'cookies', family: 'milk', life: 60, cost: 2.8, price: 6.8, stock: [560, 450], times: { mix: 5.5, form: 6.2, bake: 13, pack: 8 }, parts: { FLOUR: 0.2, SUGAR: 0.08, BUTTER: 0.07, 'MILK-POWDER': 0.05, CARTON: 1 } },
  { id: 'EGG-ROLL', name: 'Egg rolls', nameZh: '手工蛋卷', class: 'cookies', family: 'egg', life: 60, cost: 2.9, price: 7.2, stock: [560, 450], times: { mix: 5, form: 7, bake: 12, pack: 9 }, parts: { FLOUR: 0.14, SUGAR: 0.07, BUTTER: 0.05, EGG: 0.16, CARTON: 1 } },
  { id: 'COOKIE-BLANK', name: 'Cookie blanks', nameZh: '曲奇坯', class: 'half-made', kind: 'semi-finished', family: 'plain', life: 30, cost: 1.6, price: null, stock: [900, 500], times: { mix: 5.5, form: 6.5, bake: 13 }, parts: { FLOUR: 0.2, SUGAR: 0.07, BUTTER: 0.1 } },
  { id: 'LOGO-COOKIE', name: 'Cookies with a logo', nameZh: '定制标志曲奇', class: 'decorated', family: 'plain', life: 60, cost: 3.4, price: 11.5, times: { decorate: 50, pack: 8 }, parts: { 'COOKIE-BLANK': 1, ICING: 0.06, CARTON: 1 } },
  { id: 'NUT-MOONCAKE', name: 'Five-nut mooncakes', nameZh: '五仁月饼', class: 'decorated', family: 'nut', life: 60, cost: 5.2, price: 13.8, times: { mix: 6, form: 7.5, bake: 15, decorate: 38, pack: 9 }, parts: { FLOUR: 0.18, SUGAR: 0.1, 'NUT-MIX': 0.2, EGG: 0.03, CARTON: 1 } },
  { id: 'CREAM-CAKE', name: 'Cream cake', nameZh: '裱花奶油蛋糕', class: 'fresh', family: 'milk', life: 5, cost: 6.1, price: 18.9, times: { mix: 6, form: 5.5, bake: 16, decorate: 62, pack: 9 }, parts: { FLOUR: 0.16, SUGAR: 0.12, EGG: 0.2, 'MILK-POWDER': 0.12, ICING: 0.1, CARTON: 1 } },
  { id: 'CUSTARD-TART', name: 'Custard tarts', nameZh: '蛋挞', class: 'fresh', family: 'egg', life: 5, cost: 3.6, price: 9.6, times: { mix: 5.5, form: 6.8, bake: 15, decorate: 36, pack: 8 }, parts: { FLOUR: 0.15, SUGAR: 0.09, BUTTER: 0.08, EGG: 0.22, CARTON: 1 } },
  { id: 'MUG-PHOTO', name: 'Photo mug', nameZh: '照片马克杯', class: 'printed', family: 'white', life: null, cost: 3.2, price: 12.9, times: { print: 56, assemble: 34, wrap: 10 }, parts: { 'MUG-BLANK': 1, CARTON: 1 } },
  { id: 'TILE-PHOTO', name: 'Photo tile', nameZh: '照片瓷砖', class: 'printed', family: 'colour', life: null, cost: 2.6, price: 9.9, times: { print: 60, assemble: 30, wrap: 9 }, parts: { 'TILE-BLANK': 1, CARTON: 1 } },
  { id: 'PEN-NAME', name: 'Engraved pen', nameZh: '刻字签字笔', class: 'engraved', family: 'metal', life: null, cost: 4.1, price: 16.9, times: { engrave: 30, assemble: 28, wrap: 8 }, parts: { 'PEN-BLANK': 1, CARTON: 1 } },
  { id: 'BOX-WOOD', name: 'Engraved wooden box', nameZh: '木刻首饰盒', class: 'engraved', family: 'metal', life: null, cost: 7.4, price: 28.5, times: { engrave: 58, assemble: 60, wrap: 12 }, parts: { 'WOOD-BLANK': 1, CARTON: 1 } },
  { id: 'PLAQUE', name: 'Award plaque', nameZh: '荣誉奖牌', class: 'engraved', family: 'metal', life: null, cost: 9.8, price: 39, times: { print: 70, engrave: 52, assemble: 66, wrap: 14 }, parts: { 'PLAQUE-BLANK': 1, CARTON: 1 } },
  { id: 'GIFT-SET', name: 'Gift set: mug and pen', nameZh: '礼盒套装（杯与笔）', class: 'printed', family: 'white', life: null, cost: 8.1, price: 32, times: { print: 56, engrave: 30, assemble: 74, wrap: 16 }, parts: { 'MUG-BLANK': 1, 'PEN-BLANK': 1, CARTON: 1 } },
];

/** What is bought: unit, price, hours from order to receipt. */
interface Bought {
  readonly id: string;
  readonly name: string;
  readonly nameZh: string;
  readonly unit: string;
  readonly cost: number;
  readonly hours: number;
}

// prettier-ignore
const bought: readonly Bought[] = [
  { id: 'FLOUR', name: 'Flour', nameZh: '面粉', unit: 'kg', cost: 0.7, hours: 24 },
  { id: 'SUGAR', name: 'Sugar', nameZh: '糖', unit: 'kg', cost: 0.9, hours: 36 },
  { id: 'BUTTER', name: 'Butter', nameZh: '黄油', unit: 'kg', cost: 6.4, hours: 30 },
  { id: 'MILK-POWDER', name: 'Milk powder', nameZh: '奶粉', unit: 'kg', cost: 5.2, hours: 48 },
  { id: 'EGG', name: 'Liquid egg', nameZh: '液蛋', unit: 'kg', cost: 2.6, hours: 20 },
  { id: 'NUT-MIX', name: 'Nuts, chopped', nameZh: '混合坚果碎', unit: 'kg', cost: 8.8, hours: 48 },
  { id: 'ICING', name: 'Icing', nameZh: '糖霜', unit: 'kg', cost: 3.1, hours: 36 },
  { id: 'CARTON', name: 'Gift carton', nameZh: '礼品纸盒', unit: 'pcs', cost: 0.35, hours: 40 },
  { id: 'MUG-BLANK', name: 'Mug, blank', nameZh: '空白马克杯', unit: 'pcs', cost: 1.6, hours: 48 },
  { id: 'TILE-BLANK', name: 'Tile, blank', nameZh: '空白瓷砖', unit: 'pcs', cost: 1.2, hours: 48 },
  { id: 'PEN-BLANK', name: 'Pen, blank', nameZh: '空白签字笔', unit: 'pcs', cost: 2.4, hours: 60 },
  { id: 'WOOD-BLANK', name: 'Wooden box, blank', nameZh: '空白木盒', unit: 'pcs', cost: 4.2, hours: 60 },
  { id: 'PLAQUE-BLANK', name: 'Plaque, blank', nameZh: '空白奖牌', unit: 'pcs', cost: 5.9, hours: 60 },
  { id: 'RIBBON', name: 'Ribbon', nameZh: '丝带', unit: 'm', cost: 0.12, hours: 72 },
];

const LARGEST_LOT = 400;
const RIBBON_PER_GIFT = 0.6;

const text = (value: number): string => String(value);

/** A trade item number of the range that a company may use inside its own walls. */
function gtinOf(place: number): string {
  const digits = `020000000${String(place).padStart(4, '0')}`;
  const sum = [...digits].reduce((all, digit, i) => all + Number(digit) * (i % 2 === 0 ? 3 : 1), 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
}

function madeItem({ id, name, nameZh, kind = 'finished', life, cost, price, stock, ...rest }: Made): NewItem {
  return {
    id,
    name,
    nameZh,
    kind,
    class: rest.class,
    unit: 'pcs',
    replenishment: stock ? 'make-to-stock' : 'make-to-order',
    standardCost: text(cost),
    price: price === null ? null : text(price),
    stockMin: text(stock?.[0] ?? 0),
    lotSize: text(stock?.[1] ?? LARGEST_LOT),
    shelfLifeDays: life,
    gtin: kind === 'finished' ? gtinOf(made.findIndex((sort) => sort.id === id)) : null,
    leadTimeSec: 0,
    outside: false,
    active: true,
  };
}

function boughtItem({ id, name, nameZh, unit, cost, hours }: Bought): NewItem {
  return {
    id,
    name,
    nameZh,
    kind: 'raw',
    class: 'material',
    unit,
    replenishment: 'buy',
    standardCost: text(cost),
    price: null,
    stockMin: '0',
    lotSize: '1',
    shelfLifeDays: null,
    gtin: null,
    leadTimeSec: hours * 3600,
    outside: false,
    active: true,
  };
}

function operation(step: Step, no: number, sort: Made, runSecPerUnit: number): RoutingOperation {
  const { kind, skill, crew, name, nameZh, setupSec, interruptible, limits = [], say, sayZh } = step;
  return {
    no,
    name,
    nameZh,
    family: ['mixer', 'former', 'oven', 'uv'].includes(kind) ? sort.family : null,
    skill,
    crew,
    stations: stationsOf(kind).map((station) => ({ station, runSecPerUnit, setupSec })),
    waitMinSec: 0,
    waitMaxSec: sort.life !== null && sort.life <= 5 ? DAY_SEC : null,
    interruptible,
    limits,
    instruction: say,
    instructionZh: sayZh,
    steps: stepsOf(step),
  };
}

/** Where something is asked for, the words are a step and the question is the next; else the words are enough. */
function stepsOf({ say, sayZh, ask }: Step): RoutingOperation['steps'] {
  if (!ask) return [];
  return [
    { text: say, textZh: sayZh, media: null, capture: null },
    { ...ask, media: null },
  ];
}

/** Number of the operation that uses a part: cartons and ribbons with the last, icing with the decorating, the rest with the first. */
function usedAt(part: string, sort: Made): number {
  const names = Object.keys(sort.times);
  const at =
    part === 'ICING' ? names.indexOf('decorate') : ['CARTON', 'RIBBON'].includes(part) ? names.length - 1 : 0;
  return (Math.max(0, at) + 1) * 10;
}

/** The 30 items: 16 that are made, 14 that are bought. */
export const items: Factory['items'] = [...made.map(madeItem), ...bought.map(boughtItem)];

/** How they are made. */
export const routings: Factory['routings'] = made.map((sort) => ({
  item: sort.id,
  operations: Object.entries(sort.times).map(([name, sec], i) => {
    const step = steps[name];
    if (!step || sec === undefined) throw new Error(`no step ${name}`);
    return operation(step, (i + 1) * 10, sort, sec);
  }),
}));

/** What goes into them, for one piece. */
export const boms: Factory['boms'] = made.map((sort) => {
  const isGift = 'wrap' in sort.times;
  const parts = { ...sort.parts, ...(isGift ? { RIBBON: RIBBON_PER_GIFT } : {}) };
  return {
    item: sort.id,
    lines: Object.entries(parts).map(([component, qty]) => ({
      component,
      qtyPer: text(qty),
      scrapPercent: 0,
      operationNo: usedAt(component, sort),
    })),
  };
});

/** Hours from order to receipt of what is bought. */
export const deliveryHours: ReadonlyMap<string, number> = new Map(bought.map(({ id, hours }) => [id, hours]));
