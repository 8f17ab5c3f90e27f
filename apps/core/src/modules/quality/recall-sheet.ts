import writeWorkbook from 'write-excel-file/node';
import type { Language, ReplyOf, traceRoutes } from '@takt/contracts';

type Recall = ReplyOf<typeof traceRoutes.recall>;

const HEADER = { fontWeight: 'bold', backgroundColor: '#E6E6E6' } as const;
const WIDTH = 22;

const DELIVERIES = {
  en: ['Deliveries', 'Order', 'Line', 'Customer', 'Name', 'Item', 'Item name', 'Lot', 'Quantity', 'Unit', 'Shipped'],
  'zh-CN': ['发货', '订单', '行', '客户', '客户名称', '物料', '物料名称', '批次', '数量', '单位', '发货时间'],
} as const; // prettier-ignore
const STOCK = {
  en: ['Still here', 'Lot', 'Item', 'Item name', 'Place', 'Quantity', 'Unit'],
  'zh-CN': ['在库', '批次', '物料', '物料名称', '位置', '数量', '单位'],
} as const; // prettier-ignore
const PLACES = {
  en: { raw: 'raw', wip: 'in progress', finished: 'finished', quarantine: 'quarantine' },
  'zh-CN': { raw: '原料', wip: '在制', finished: '成品', quarantine: '隔离' },
} as const;

// Text stays text: a name that looks like a formula is not one.
const text = (value: string) => ({ value, type: String });
const number = (value: string | number) => ({ value: Number(value), type: Number });

function sheet(
  [name, ...titles]: readonly [string, ...string[]],
  rows: readonly (ReturnType<typeof text> | ReturnType<typeof number>)[][],
) {
  return {
    sheet: name,
    data: [titles.map((value) => ({ value, type: String, ...HEADER })), ...rows],
    columns: titles.map(() => ({ width: WIDTH })),
    stickyRowsCount: 1,
  };
}

/**
 * The recall list as an Excel file: whom to call back with how much of which lot, and what is still here.
 * @param recall what was found
 * @param language of titles
 * @param timeZone of the plant: times are written as they were on its clocks
 */
export async function recallSheet(recall: Recall, language: Language, timeZone: string): Promise<Buffer> {
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  const deliveries = recall.deliveries.map((one) => [
    text(one.order),
    number(one.line),
    text(one.customer),
    text(one.customerName),
    text(one.item),
    text(one.itemName),
    text(one.lot),
    number(one.qty),
    text(one.unit),
    text(clock.format(new Date(one.shippedAt))),
  ]);
  const stock = recall.stock.map((one) => [
    text(one.lot),
    text(one.item),
    text(one.itemName),
    text(PLACES[language][one.place]),
    number(one.qty),
    text(one.unit),
  ]);
  return writeWorkbook([
    sheet(DELIVERIES[language], deliveries),
    sheet(STOCK[language], stock),
  ] as never).toBuffer();
}
