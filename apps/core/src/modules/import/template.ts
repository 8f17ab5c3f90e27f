import writeWorkbook from 'write-excel-file/node';
import type { Language } from '@takt/contracts';
import { SHEET_KINDS } from './sheets';
import type { SheetKind } from './sheets';
import { NOTES_TITLES, type Column } from './table/column';

type Value = string | number | boolean | null;

const HEADER = { fontWeight: 'bold', backgroundColor: '#E6E6E6' } as const;
const WIDTH_MIN = 12;
const WIDTH_MAX = 60;

const isChinese = (language: Language): number => (language === 'zh-CN' ? 1 : 0);

/** Example rows: one from the columns, and those that it refers to. */
function examplesOf({ columns, moreExamples = [] }: SheetKind): Record<string, Value>[] {
  const first = Object.fromEntries(columns.map(({ key, example }) => [key, example]));
  return [first, ...moreExamples.map((more) => ({ ...first, ...more }))];
}

const demanded = ({ required, firstRow }: Column): boolean => (required ?? firstRow) === true;

function sheetOf(kind: SheetKind, language: Language) {
  const chinese = isChinese(language);
  const titles = kind.columns.map(({ titles: title }) => title[chinese]);
  const hint = chinese
    ? `示例，请覆盖。必填：${kind.columns
        .filter(demanded)
        .map(({ titles: title }) => title[chinese])
        .join('、')}`
    : `An example: overwrite it. Needed: ${kind.columns
        .filter(demanded)
        .map(({ titles: title }) => title[chinese])
        .join(', ')}`;
  const rows = examplesOf(kind).map((example) => [
    ...kind.columns.map(({ key }) => example[key] ?? null),
    hint,
  ]);
  return {
    sheet: chinese ? kind.zh : kind.sheet,
    data: [
      [...titles, NOTES_TITLES[chinese] ?? ''].map((value) => ({ value, type: String, ...HEADER })),
      ...rows,
    ],
    columns: [...titles, ''].map((title) => ({ width: Math.max(WIDTH_MIN, title.length * 1.5) })),
    stickyRowsCount: 1,
  };
}

function notesSheet(language: Language) {
  const chinese = isChinese(language);
  const titles = chinese ? ['工作表', '列', '必填', '说明'] : ['Sheet', 'Column', 'Needed', 'Meaning'];
  const yes = chinese ? '是' : 'yes';
  return {
    sheet: NOTES_TITLES[chinese] ?? '',
    data: [
      titles.map((value) => ({ value, type: String, ...HEADER })),
      ...SHEET_KINDS.flatMap((kind) =>
        kind.columns.map((column) => [
          chinese ? kind.zh : kind.sheet,
          column.titles[chinese],
          demanded(column) ? yes : null,
          column.note[chinese],
        ]),
      ),
    ],
    columns: [{ width: 16 }, { width: 32 }, { width: 10 }, { width: WIDTH_MAX }],
    stickyRowsCount: 1,
  };
}

/**
 * The template: a sheet for each kind with its header, example rows that fit together and a column for notes, and a sheet that
 * says what each column means. The ids of the examples are such as no plant has: an example that is left in changes nothing.
 * @param language of headers and notes
 */
export function templateWorkbook(language: Language): Promise<Buffer> {
  const sheets = [...SHEET_KINDS.map((kind) => sheetOf(kind, language)), notesSheet(language)];
  return writeWorkbook(sheets).toBuffer();
}
