import { entry, type CatalogEntry } from './catalog-entry';

const fault = (en: readonly [string, string], zh: readonly [string, string]): CatalogEntry =>
  entry(422, en, zh);

/** What can be wrong with an import: with its file, a sheet, a row or a cell. */
export const importFaultCatalog = {
  'import.faulty': entry(
    422,
    [
      'The file has {count} faults; nothing was imported.',
      'Maybe correct the cells in the list and try again.',
    ],
    ['文件有 {count} 处错误，未导入任何内容。', '也许请更正列出的单元格后重试。'],
  ),
  'import.unreadable': entry(
    422,
    ['The file {file} cannot be read as {format}.', 'Maybe save it again as .xlsx or as CSV in UTF-8.'],
    ['文件 {file} 无法按 {format} 读取。', '也许请另存为 .xlsx 或 UTF-8 编码的 CSV。'],
  ),
  'import.stale': entry(
    409,
    [
      'The dry run {import} is no longer valid: the master data changed or it was committed already.',
      'Maybe upload the file again.',
    ],
    ['预检 {import} 已失效：基础数据已变化或已导入。', '也许请重新上传文件。'],
  ),
  'import.sheet-unknown': fault(
    ['There is no kind of data called {sheet}.', 'Maybe rename it: {sheets}.'],
    ['没有名为 {sheet} 的数据类型。', '也许请改名为：{sheets}。'],
  ),
  'import.sheet-twice': fault(
    ['The sheet {sheet} is there twice.', 'Maybe put its rows into one sheet.'],
    ['工作表 {sheet} 出现了两次。', '也许请合并为一个工作表。'],
  ),
  'import.no-sheet': fault(
    ['The file holds nothing that can be imported.', 'Maybe take the template and fill in its sheets.'],
    ['文件中没有可导入的内容。', '也许请下载模板并填写其中的工作表。'],
  ),
  'import.too-many-rows': fault(
    ['The file has {rows} rows; at most {limit} can be imported at once.', 'Maybe split it into several.'],
    ['文件有 {rows} 行，一次最多导入 {limit} 行。', '也许可以分成几个文件。'],
  ),
  'import.too-many-faults': fault(
    ['There are {count} more faults.', 'Maybe a column was shifted; correct the first ones and try again.'],
    ['还有 {count} 处错误。', '也许某一列错位；请先更正前面的错误再试。'],
  ),
  'import.column-unknown': fault(
    ['There is no column {column} here.', 'Maybe it is misspelt; it can be one of {columns}.'],
    ['此处没有 {column} 列。', '也许拼写有误；可用的列：{columns}。'],
  ),
  'import.column-missing': fault(
    ['The column {column} is missing.', 'Maybe the first row is not the header.'],
    ['缺少 {column} 列。', '也许第一行不是表头。'],
  ),
  'import.column-twice': fault(
    ['The column {column} is there twice.', 'Maybe delete one of them.'],
    ['{column} 列出现了两次。', '也许请删除其中一列。'],
  ),
  'import.row-cut': fault(
    [
      'The row has {cells} cells, the header has {columns}.',
      'Maybe the file was cut off, or a text with a separator is not in quotation marks.',
    ],
    ['该行有 {cells} 个单元格，表头有 {columns} 个。', '也许文件被截断，或含分隔符的文本没有加引号。'],
  ),
  'import.quote-open': fault(
    ['A quotation mark is opened and not closed.', 'Maybe the file was cut off.'],
    ['引号没有闭合。', '也许文件被截断。'],
  ),
  'import.cell-missing': fault(
    ['{column} is empty.', 'Maybe it was forgotten; it is needed in every row.'],
    ['{column} 为空。', '也许漏填了；每一行都需要。'],
  ),
  'import.cell-error': fault(
    ['The cell shows the error {value}.', 'Maybe the formula refers to a cell that was deleted.'],
    ['单元格显示错误 {value}。', '也许公式引用的单元格已被删除。'],
  ),
  'import.not-text': fault(
    ['The text holds characters that cannot be shown.', 'Maybe it was copied together with a line break.'],
    ['文本含有无法显示的字符。', '也许复制时带入了换行符。'],
  ),
  'import.not-number': fault(
    ['"{value}" is not a number.', 'Maybe it has a unit or a space; write digits alone.'],
    ['“{value}”不是数字。', '也许带有单位或空格，请只填写数字。'],
  ),
  'import.decimal-comma': fault(
    [
      '"{value}" has a comma.',
      'Maybe write the decimals behind a point and no thousands separators: 1234.5.',
    ],
    ['“{value}”含有逗号。', '也许请用小数点，并去掉千位分隔符，例如 1234.5。'],
  ),
  'import.too-small': fault(
    ['{value} is too small: {limit} is the least.', 'Maybe a digit is missing.'],
    ['{value} 小于下限 {limit}。', '也许少输了一位。'],
  ),
  'import.too-large': fault(
    ['{value} is too large: {limit} is the most.', 'Maybe it has a digit too many.'],
    ['{value} 超过上限 {limit}。', '也许多输了一位。'],
  ),
  'import.not-whole': fault(
    ['{value} is not a whole number.', 'Maybe it was meant in a smaller unit.'],
    ['{value} 不是整数。', '也许应使用更小的单位。'],
  ),
  'import.too-precise': fault(
    ['{value} has more than six decimals.', 'Maybe round it.'],
    ['{value} 的小数超过六位。', '也许请四舍五入。'],
  ),
  'import.too-long': fault(
    ['The text is longer than {limit} characters.', 'Maybe shorten it.'],
    ['文本超过 {limit} 个字符。', '也许请缩短。'],
  ),
  'import.not-id': fault(
    ['"{value}" does not fit here.', 'Maybe it should be {form}.'],
    ['“{value}”不适用于此处。', '也许应为：{form}。'],
  ),
  'import.not-choice': fault(
    ['"{value}" is not known here.', 'Maybe it is one of {choices}.'],
    ['“{value}”不在可选范围内。', '也许是以下之一：{choices}。'],
  ),
  'import.not-form': fault(
    ['"{value}" is not of the form {form}.', 'Maybe the cell has another format than it shows.'],
    ['“{value}”的格式应为 {form}。', '也许单元格的实际格式与显示不同。'],
  ),
  'import.duplicate': fault(
    ['{id} stands in row {row} already.', 'Maybe a row was copied.'],
    ['{id} 已在第 {row} 行出现。', '也许重复复制了一行。'],
  ),
  'import.contradiction': fault(
    ['{column} differs from row {row}, which belongs to the same {id}.', 'Maybe leave it empty here.'],
    ['{column} 与同属 {id} 的第 {row} 行不一致。', '也许此处可以留空。'],
  ),
  'import.pair-missing': fault(
    [
      'The change from {from} to {to} has no time.',
      'Maybe a row is missing; every pair of families needs one.',
    ],
    ['缺少从 {from} 到 {to} 的换型时间。', '也许少了一行；每一对换型族都需要一行。'],
  ),
  'import.too-many': fault(
    ['{id} has {count} {what}; at most {limit} are possible.', 'Maybe split it.'],
    ['{id} 有 {count} 个{what}，最多 {limit} 个。', '也许请拆分。'],
  ),
} as const satisfies Record<string, CatalogEntry>;
