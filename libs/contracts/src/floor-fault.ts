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
