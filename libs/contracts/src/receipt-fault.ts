import { entry } from './catalog-entry';

/** What may be wrong with what comes in: how much, at what price, into which lot. */
export const receiptFaultCatalog = {
  'receipt.too-much': entry(
    422,
    [
      '{qty} {unit} of {item} are far more than ever came in at once or lie there, {largest}.',
      'Maybe a digit too many; at most {limit} can come in unannounced. Announce a larger delivery, then receive it.',
    ],
    [
      '{item} 入库 {qty} {unit}，远超以往单次入库和现有库存 {largest}。',
      '也许多输了一位；未预报的到货最多 {limit}。更大的到货请先预报再入库。',
    ],
    {
      first: {
        en: [
          '{qty} {unit} of {item} are too many for what never came in before.',
          'Maybe a digit too many; at most {limit} can come in unannounced. Announce a larger delivery, then receive it.',
        ],
        zh: [
          '{item} 从未入库，首次入库 {qty} {unit} 过多。',
          '也许多输了一位；未预报的到货最多 {limit}。更大的到货请先预报再入库。',
        ],
      },
      announced: {
        en: [
          '{qty} {unit} of {item} are far more than were announced, {announced}.',
          'Maybe a digit too many; at most {limit} can come in. Correct the announced quantity first.',
        ],
        zh: [
          '{item} 入库 {qty} {unit}，远超预报数量 {announced}。',
          '也许多输了一位；最多可入库 {limit}。请先更正预报数量。',
        ],
      },
    },
  ),
  'receipt.cost': entry(
    422,
    [
      '{unitCost} for one {unit} of {item} is far more than it is worth, {known}.',
      'Maybe it is the price of all of it; at most {limit}. When it is right, correct the standard cost first.',
    ],
    [
      '{item} 每 {unit} 成本 {unitCost}，远高于其价值 {known}。',
      '也许填成了总价；最高为 {limit}。若无误，请先更正标准成本。',
    ],
  ),
  'receipt.expired': entry(
    422,
    [
      'Lot {lot} of {item} expired at {expiresAt}; it came in at {at}.',
      'Maybe the year is wrong. What arrives expired goes back to the supplier and is not stocked.',
    ],
    [
      '{item} 批次 {lot} 已于 {expiresAt} 过期，到货时间为 {at}。',
      '也许年份有误。到货时已过期的物料应退回供应商，不入库。',
    ],
    {
      'no-lot': {
        en: [
          'What came in of {item} expired at {expiresAt}; it came in at {at}.',
          'Maybe the year is wrong. What arrives expired goes back to the supplier and is not stocked.',
        ],
        zh: [
          '到货的 {item} 已于 {expiresAt} 过期，到货时间为 {at}。',
          '也许年份有误。到货时已过期的物料应退回供应商，不入库。',
        ],
      },
    },
  ),
  'lot.other-date': entry(
    422,
    [
      'Lot {lot} of {item} expires at {kept}, not at {expiresAt}.',
      'Maybe it is another lot: leave the lot out, and it gets a number of its own.',
    ],
    ['{item} 批次 {lot} 的到期时间是 {kept}，不是 {expiresAt}。', '也许是另一批次：不填批次即可自动编号。'],
  ),
} as const;

/** What a receipt may be refused for, beside what every movement may be. */
export const RECEIPT_FAULTS = [
  'lot.other-date',
  'receipt.too-much',
  'receipt.cost',
  'receipt.expired',
] as const;
