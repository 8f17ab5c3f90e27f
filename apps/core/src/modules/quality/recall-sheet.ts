import { nameIn, type Language, type ReplyOf, type traceRoutes } from '@takt/contracts';
import { drawWorkbook, type Sheet } from '../../platform/document';

type Recall = ReplyOf<typeof traceRoutes.recall>;

const DELIVERIES = {
  en: [
    'Deliveries',
    'Order',
    'Line',
    'Customer',
    'Name',
    'Item',
    'Item name',
    'Lot',
    'Quantity',
    'Unit',
    'Shipped',
  ],
  'zh-CN': ['发货', '订单', '行', '客户', '客户名称', '物料', '物料名称', '批次', '数量', '单位', '发货时间'],
} as const;
const STOCK = {
  en: ['Still here', 'Lot', 'Item', 'Item name', 'Place', 'Quantity', 'Unit'],
  'zh-CN': ['在库', '批次', '物料', '物料名称', '位置', '数量', '单位'],
} as const;
const PLACES = {
  en: { raw: 'raw', wip: 'in progress', finished: 'finished', quarantine: 'quarantine' },
  'zh-CN': { raw: '原料', wip: '在制', finished: '成品', quarantine: '隔离' },
} as const;

const sheet = ([name, ...columns]: readonly [string, ...string[]], rows: Sheet['rows']): Sheet => ({
  name,
  columns,
  rows,
});

/**
 * The recall list as an Excel file: whom to call back with how much of which lot, and what is still here.
 * @param recall what was found
 * @param language of titles and names
 * @param timeZone of the plant: times are written as they were on its clocks
 */
export function recallSheet(recall: Recall, language: Language, timeZone: string): Promise<Buffer> {
  const read = (name: string, nameZh: string | null) =>
    nameIn({ name, nameZh: nameZh ?? undefined }, language);
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  const deliveries = recall.deliveries.map((one) => [
    one.order,
    Number(one.line),
    one.customer,
    read(one.customerName, one.customerNameZh),
    one.item,
    read(one.itemName, one.itemNameZh),
    one.lot,
    Number(one.qty),
    one.unit,
    clock.format(new Date(one.shippedAt)),
  ]);
  const stock = recall.stock.map((one) => [
    one.lot,
    one.item,
    read(one.itemName, one.itemNameZh),
    PLACES[language][one.place],
    Number(one.qty),
    one.unit,
  ]);
  return drawWorkbook([sheet(DELIVERIES[language], deliveries), sheet(STOCK[language], stock)]);
}
