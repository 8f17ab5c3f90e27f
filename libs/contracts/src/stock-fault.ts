import { entry } from './catalog-entry';

/** What may be wrong with stock, and with what people book by hand: when, how much, of which lot, for which work order or order line. */
export const stockFaultCatalog = {
  'stock.short': entry(
    409,
    ['Only {available} of {item} are available, {needed} are needed.', 'Maybe a receipt was not recorded.'],
    ['{item} 可用 {available}，需要 {needed}。', '也许有入库尚未登记。'],
    {
      then: {
        en: [
          '{needed} of {item} cannot have left lot {lot} in {place} at {at}: at {shortAt} only {available} lay there.',
          'Maybe the time is wrong, or a receipt was booked too late; from {enoughFrom} on there is enough.',
        ],
        zh: [
          '{item} 批次 {lot} 不可能在 {at} 从{place}减少 {needed}：{shortAt} 时那里只有 {available}。',
          '也许时间有误，或入库补登的时间过晚；自 {enoughFrom} 起数量足够。',
        ],
      },
    },
  ),
  'stock.ahead': entry(
    422,
    [
      'There is no stock of {at} yet: it is {now}.',
      'Maybe the year is wrong; leave the time out for the stock of now.',
    ],
    ['{at} 的库存尚不存在：现在是 {now}。', '也许年份有误；查询当前库存可不填时间。'],
  ),
  'stock.lot-needed': entry(
    422,
    [
      '{item} is kept in lots: {qty} cannot be booked without one, {available} lie there without a lot.',
      'Maybe the lot was not named; there are {lots}.',
    ],
    [
      '{item} 按批次管理：不指定批次不能登记 {qty}，该处无批次的库存为 {available}。',
      '也许没有指定批次；现有批次：{lots}。',
    ],
    {
      'no-lots': {
        en: [
          '{item} is kept in lots: {qty} cannot be booked without one, {available} lie there without a lot.',
          'Maybe it was never received: receive it, and it gets a lot. Or name the lot that was used up.',
        ],
        zh: [
          '{item} 按批次管理：不指定批次不能登记 {qty}，该处无批次的库存为 {available}。',
          '也许从未入库：请登记入库，入库会生成批次。或者指定已用完的批次。',
        ],
      },
    },
  ),
  'movement.bound': entry(
    409,
    ['Movement {movement} was booked by {owner}.', 'Maybe take that back instead; its movements follow.'],
    ['库存流水 {movement} 由{owner}产生。', '也许应撤销该记录，其流水会随之撤销。'],
  ),
  'movement.used': entry(
    409,
    [
      'Movement {movement} cannot be taken back: it brought {qty} {unit} into lot {lot}, {left} are left. Used since: {movements}.',
      'Maybe take those back first, or count the lot instead.',
    ],
    [
      '库存流水 {movement} 不能撤销：它使批次 {lot} 增加了 {qty} {unit}，现只剩 {left}。之后的使用：{movements}。',
      '也许应先撤销这些流水，或改为盘点该批次。',
    ],
  ),
  'stock.odd-place': entry(
    422,
    [
      '{item} does not belong into {place}; it lies in {home}, or in quarantine.',
      'Maybe another place was meant, or the kind of the item is wrong.',
    ],
    ['{item} 不应放在{place}；应放在{home}或待检区。', '也许选错了位置，或物料类型有误。'],
  ),
  'count.too-much': entry(
    422,
    [
      '{qty} {unit} of {item} cannot have been overlooked where {onHand} lie.',
      'Maybe a digit too many; at most {limit} can be found at once. What came in is booked as a receipt.',
    ],
    [
      '{item} 账面只有 {onHand}，不可能盘盈 {qty} {unit}。',
      '也许多输了一位；一次最多可盘盈 {limit}。到货请登记入库。',
    ],
  ),
  'lot.expired': entry(
    409,
    [
      'Lot {lot} of {item} expires {expiresAt}; the customer needs {days} days left.',
      'Maybe take a younger lot.',
    ],
    ['{item} 批次 {lot} 于 {expiresAt} 过期，客户要求剩余 {days} 天。', '也许请用较新的批次。'],
    {
      'written-off': {
        en: [
          'Lot {lot} of {item} expired at {expiresAt}, and nothing of it is in stock any more; {needed} are needed.',
          'Maybe take another lot; who knows that it is still good takes its write-off back.',
        ],
        zh: [
          '{item} 批次 {lot} 已于 {expiresAt} 过期，库存中已没有；需要 {needed}。',
          '也许请用其他批次；若确认仍可使用，请撤销其过期报废。',
        ],
      },
    },
  ),
  'movement.date': entry(
    422,
    ['Nothing can be booked for {value}; it is {now}.', 'Maybe the year is wrong.'],
    ['不能登记 {value} 的库存流水；现在是 {now}。', '也许年份有误。'],
    {
      future: {
        en: [
          'Nothing can be booked for {value}; it is {now}.',
          'Maybe the clock of the sender is wrong; leave the time out for what happens now.',
        ],
        zh: ['不能登记 {value} 的库存流水；现在是 {now}。', '也许发送方时钟有误；登记当前操作时可不填时间。'],
      },
      old: {
        en: [
          'Nothing can be booked for {value}; the earliest is {from}.',
          'Maybe the year is wrong. What lies there from before is booked as a count of today.',
        ],
        zh: [
          '不能登记 {value} 的库存流水；最早为 {from}。',
          '也许年份有误。更早留下的库存请按今天的盘点登记。',
        ],
      },
    },
  ),
  'quantity.fraction': entry(
    422,
    ['{item} is counted in whole {unit}; it cannot be {qty}.', 'Maybe a point stands at the wrong place.'],
    ['{item} 按整 {unit} 计数，不能是 {qty}。', '也许小数点位置有误。'],
  ),
  'lot.other-item': entry(
    422,
    ['Lot {lot} is of {owner}, not of {item}.', 'Maybe another label was scanned, or the item is wrong.'],
    ['批次 {lot} 属于 {owner}，不是 {item}。', '也许扫错了标签，或物料选择有误。'],
  ),
  'issue.own-product': entry(
    422,
    [
      '{item} cannot be consumed for work order {workOrder}: it is what the work order makes, or is made of it.',
      'Maybe another item was meant; pieces that are thrown away are reported as scrap.',
    ],
    [
      '工单 {workOrder} 不能领用 {item}：它就是该工单的产品，或由该产品制成。',
      '也许选错了物料；报废的产品请在报工中登记。',
    ],
  ),
  'issue.operation': entry(
    422,
    [
      '{operation} is no operation of work order {workOrder}; it has {operations}.',
      'Maybe it belongs to another work order, or is misspelt.',
    ],
    ['{operation} 不是工单 {workOrder} 的工序；现有工序：{operations}。', '也许属于其他工单，或拼写有误。'],
  ),
  'issue.unplanned': entry(
    422,
    [
      '{item} is not among what work order {workOrder} consumes: {components}.',
      'Maybe another item was meant; what takes the place of another is issued with a reason.',
    ],
    [
      '工单 {workOrder} 不消耗 {item}；它消耗：{components}。',
      '也许选错了物料；若用作代用料，请填写原因后领用。',
    ],
  ),
  'issue.too-much': entry(
    422,
    [
      '{qty} {unit} of {item} are far more than lie there, {onHand}, and work order {workOrder} needs, {planned}.',
      'Maybe a digit too many; at most {limit} can be issued at once. Book a missing receipt first.',
    ],
    [
      '{item} 领用 {qty} {unit}，远超库存 {onHand} 和工单 {workOrder} 的需求 {planned}。',
      '也许多输了一位；一次最多可领 {limit}。若漏登入库，请先补登。',
    ],
  ),
  'return.nothing-shipped': entry(
    409,
    [
      'Nothing of line {line} of order {order} has been shipped, so nothing of it can come back.',
      'Maybe the number of the order or the line is wrong.',
    ],
    ['订单 {order} 第 {line} 行尚未发货，不能退货。', '也许订单号或行号有误。'],
  ),
  'return.too-much': entry(
    409,
    [
      '{qty} cannot come back: {out} {unit} of lot {lot} are with the customer of line {line} of order {order}.',
      'Maybe a digit too many, or part of it has come back already.',
    ],
    [
      '不能退回 {qty}：订单 {order} 第 {line} 行的客户处只有批次 {lot} 的 {out} {unit}。',
      '也许多输了一位，或其中一部分已经退回。',
    ],
  ),
  'return.lot': entry(
    422,
    [
      'Lot {lot} was not shipped for line {line} of order {order}.',
      'Maybe another label was scanned; shipped were {lots}.',
    ],
    ['订单 {order} 第 {line} 行没有发出批次 {lot}。', '也许扫错了标签；已发出的批次：{lots}。'],
  ),
  'return.before-shipment': entry(
    422,
    [
      'Nothing can have come back at {value}: line {line} of order {order} was shipped at {shippedAt}.',
      'Maybe the date is wrong; leave it out for what comes back now.',
    ],
    [
      '不可能在 {value} 退货：订单 {order} 第 {line} 行于 {shippedAt} 发货。',
      '也许日期有误；登记当前退货时可不填时间。',
    ],
  ),
  'order.above-open': entry(
    409,
    [
      '{qty} of line {line} of order {order} cannot be shipped: {open} are open.',
      'Maybe part of it has left already, or the order has to be raised first.',
    ],
    [
      '订单 {order} 第 {line} 行不能发货 {qty}：未发数量为 {open}。',
      '也许已有部分发货，或应先增加订单数量。',
    ],
  ),
} as const;
