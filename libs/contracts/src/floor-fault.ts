import { entry } from './catalog-entry';

/** What may be wrong with what people show, read and badge on the floor. */
export const floorFaultCatalog = {
  'media.unreadable': entry(
    422,
    [
      '{file} is no picture (PNG, JPEG, WebP), video (MP4, WebM) or PDF.',
      'Maybe it has another format than its name says: save it again in one of these.',
    ],
    [
      '{file} 不是图片（PNG、JPEG、WebP）、视频（MP4、WebM）或 PDF。',
      '也许文件的实际格式与名称不符：请另存为其中一种格式。',
    ],
  ),
  'report.used': entry(
    409,
    [
      'Pieces of {operation} that this report counted have gone on: {used} are used or shipped, {left} would be left.',
      'Maybe take back what came after it first; of what was shipped, book the return.',
    ],
    [
      '该报工计入 {operation} 的数量已流转：已使用或发货 {used}，撤回后仅剩 {left}。',
      '也许请先撤回后续报工；已发货的请先登记退货。',
    ],
  ),
  'report.lot': entry(
    422,
    [
      '{operation} cannot have used lot {lot}; it uses {item}.',
      'Maybe the label was misread; in stock: {lots}.',
    ],
    ['工序 {operation} 不可能用过批次 {lot}；它使用 {item}。', '也许标签读错了；现有批次：{lots}。'],
    {
      unknown: {
        en: [
          'There is no lot {lot}; {operation} uses {item}.',
          'Maybe the label was misread, or its receipt is not booked yet; in stock: {lots}.',
        ],
        zh: [
          '没有批次 {lot}；工序 {operation} 使用 {item}。',
          '也许标签读错了，或尚未登记入库；现有批次：{lots}。',
        ],
      },
      'other-item': {
        en: [
          'Lot {lot} is of {owner}; {operation} uses {item}.',
          'Maybe another label was meant; in stock: {lots}.',
        ],
        zh: ['批次 {lot} 属于 {owner}；工序 {operation} 使用 {item}。', '也许扫错了标签；现有批次：{lots}。'],
      },
      'nothing-consumed': {
        en: [
          'Lot {lot} is of {owner}; {operation} uses no material.',
          'Maybe another operation uses it. What goes in beside the bill of materials is issued to the work order.',
        ],
        zh: [
          '批次 {lot} 属于 {owner}；工序 {operation} 不使用物料。',
          '也许由其他工序使用；物料清单以外的用料请对工单领料。',
        ],
      },
      expired: {
        en: [
          'Lot {lot} of {item} expired {expiresAt}.',
          'Maybe another label was meant; still fresh: {lots}. Block what was made of an expired lot.',
        ],
        zh: [
          '{item} 批次 {lot} 已于 {expiresAt} 过期。',
          '也许扫错了标签；未过期批次：{lots}。若已使用过期批次，请冻结其产品。',
        ],
      },
      blocked: {
        en: [
          'Lot {lot} of {item} is blocked: all of it lies in quarantine.',
          'Maybe quality has to release it first; free to use: {lots}.',
        ],
        zh: ['{item} 批次 {lot} 已冻结，全部在待检区。', '也许须先由质量放行；可用批次：{lots}。'],
      },
      empty: {
        en: [
          'Nothing is left of lot {lot} of {item}.',
          'Maybe a receipt or a count is missing, or another label was meant; in stock: {lots}.',
        ],
        zh: ['{item} 批次 {lot} 已无库存。', '也许漏登了入库或盘点，或扫错了标签；现有批次：{lots}。'],
      },
    },
  ),
  'report.repeated': entry(
    409,
    [
      '{qty} of {operation} were reported at {station} twice, {sec} s apart.',
      'Maybe the answer was late and they were entered again: take one back then.',
    ],
    [
      '工序 {operation} 在 {station} 两次报工 {qty}，相隔 {sec} 秒。',
      '也许回复较慢而重复输入：若是，请撤回其中一次。',
    ],
  ),
  'report.reading-back': entry(
    422,
    [
      'The counter cannot stand at {reading}: it stood at {before} already.',
      'Maybe a digit is missing. Where it was set back or rolled over, key in these pieces and read the counter anew.',
    ],
    [
      '计数器读数不可能为 {reading}：此前已为 {before}。',
      '也许少输了一位。若计数器已清零或翻转，请直接输入这批数量，再重新读数。',
    ],
  ),
  'report.reading-sum': entry(
    422,
    [
      'The counter went from {from} to {to}, which is {counted} pieces; {reported} were reported.',
      'Maybe somebody reported in between: read the counter again.',
    ],
    ['计数器从 {from} 到 {to}，共 {counted} 件；报工为 {reported} 件。', '也许期间有人报过工：请重新读数。'],
  ),
  'attendance.absent': entry(
    409,
    ['{worker} cannot go for a break: not clocked in then.', 'Maybe clock in first.'],
    ['{worker} 当时未上班打卡，无法开始休息。', '也许请先上班打卡。'],
  ),
} as const;
