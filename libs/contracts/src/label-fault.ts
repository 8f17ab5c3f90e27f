import { entry } from './catalog-entry';

/** What may be wrong with a label that is asked for, and with the trade item number on it. */
export const labelFaultCatalog = {
  'label.kind': entry(
    422,
    [
      'There is no {symbology} code for this {kind}.',
      'Maybe use qr or code128: GS1 codes are for lots with ids of up to 20 signs.',
    ],
    ['{kind} 没有 {symbology} 码。', '也许可用 qr 或 code128：GS1 码仅用于编号不超过 20 个字符的批次。'],
  ),
  'label.gtin': entry(
    422,
    ['{item} has no trade item number.', 'Maybe enter its GTIN in the set-up of the item, or use qr.'],
    ['{item} 没有全球贸易项目代码。', '也许请在物料设置中填写该代码，或使用二维码。'],
  ),
  'item.gtin-taken': entry(
    409,
    [
      'The trade item number {gtin} is of {other} already; {item} needs its own.',
      'Maybe it was copied with a row: a number names one item.',
    ],
    [
      '全球贸易项目代码 {gtin} 已属于 {other}，{item} 需要自己的代码。',
      '也许随行复制而来：一个代码只能对应一个物料。',
    ],
  ),
} as const;
