/**
 * What a value has to be like, as people are told: the English words stand in the schemas and are the key, the Chinese ones stand
 * here. `{name}` is filled in.
 */
const FORMS = {
  // scalars
  '1 to 40 of a-z, 0-9 and hyphen': '1 至 40 个 a-z、0-9 或连字符',
  '1 to 64 of A-Z, a-z, 0-9, inside also . _ : + -': '1 至 64 个 A-Z、a-z、0-9，中间还可用 . _ : + -',
  'an instant between 2000 and 2100': '2000 年至 2100 年之间的时间',
  'HH:MM, 00:00 to 24:00': '时:分，00:00 至 24:00',
  'a number with six decimals at most': '最多六位小数的数字',
  'six decimals at most': '最多六位小数',
  'at most 10000000': '最多 10000000',
  'more than 0': '大于 0',
  'not 0': '不能为 0',
  'an amount of 0 or more': '不小于 0 的金额',
  'an IANA time zone such as Europe/Amsterdam': 'IANA 时区，例如 Asia/Shanghai',
  'no control characters': '不能含控制字符',
  'no NUL character': '不能含 NUL 字符',
  'three capital letters, as in ISO 4217: CNY': '三个大写字母（ISO 4217），例如 CNY',
  'a name with its unit in small letters: oven_c': '带单位的小写名称，例如 oven_c',
  'a currency of ISO 4217, such as CNY or EUR': 'ISO 4217 中的货币，例如 CNY、EUR',
  // people and devices
  'not one that is guessed within a few tries': '不能是容易被猜到的密码',
  '2 to 60 of a-z, 0-9 and . _ @ -': '2 至 60 个 a-z、0-9 或 . _ @ -',
  '4 to 8 digits': '4 至 8 位数字',
  'eight capital letters or digits: ABCD-1234': '八个大写字母或数字，例如 ABCD-1234',
  // things that belong together
  'something to change': '至少要更改一项',
  'a skill stands there once': '每项技能只能出现一次',
  'a component stands at an operation once': '每个组件在同一工序只能出现一次',
  'a family stands in the matrix once': '每个换型族在矩阵中只能出现一次',
  'a row for each family: {count}': '每个换型族一行，共 {count} 行',
  'a time for each family: {count}': '每个换型族一个时间，共 {count} 个',
  'each address once': '每个地址只能出现一次',
  'each line once': '每行只能出现一次',
  'not office or api': '不能是 office 或 api',
  'no user or password in the address': '地址中不能含用户名或密码',
  'a stretch of work ends after it began': '工作时段的结束应晚于开始',
  'the lower limit lies above the upper': '下限高于上限',
  'a choice has two answers or more': '选择题至少要有两个答案',
  'an answer stands there once': '每个答案只能出现一次',
  'a step says, shows or asks something': '每个步骤至少要有说明、媒体或问题',
  'another place than from': '应与来源位置不同',
  'work in progress moves by reports': '在制品通过报工移动',
  'up to 40 lots, with commas between them': '最多 40 个批次，用逗号分隔',
  '14 digits, the last a check digit': '14 位数字，最后一位为校验位',
  // lists
  'field:value|value,… with the fields {fields}': '格式为 字段:值|值,…，可用字段：{fields}',
  '{field} is one of {choices}': '{field} 应为以下之一：{choices}',
  '{field} stands there once, several values with | between them': '{field} 只能出现一次，多个值用 | 分隔',
  'a whole number from 1 to 500': '1 至 500 的整数',
  'one instant, not several': '只能有一个时间',
  'an instant not before from': '不早于 from 的时间',
  'field,-field,… with the fields {fields}': '格式为 字段,-字段,…，可用字段：{fields}',
  'one or two different ones of {choices}': '以下之一，或用逗号分隔的两个不同项：{choices}',
  'not a cursor of this list': '不是此列表的游标',
  'an instant such as 2026-01-05T06:00:00Z': '时间，例如 2026-01-05T06:00:00Z',
  // any part of a request
  '1 to 100 characters, not blank': '1 至 100 个字符，不能为空白',
  'NUL or half a character': '含 NUL 或不完整的字符',
  'a name with NUL or half a character': '字段名含 NUL 或不完整的字符',
  'deeper than {depth}': '嵌套超过 {depth} 层',
  'there are {names}': '可用的有：{names}',
  'multipart field "file" is missing': '缺少文件（表单字段 file）',
} as const;

/** Words for what a value has to be like. */
export type Form = keyof typeof FORMS;

/** The words for what a value has to be like, for a schema; types see to it that they can be said in every language. */
export const form = (words: Form): Form => words;

type FormFacts = Readonly<Record<string, string | number>>;

/**
 * What a value has to be like.
 * @param words the English words, from a schema
 * @param facts what their places are filled with
 * @returns null: nobody has said these in that language
 */
export function formIn(words: string, facts: FormFacts, language: 'en' | 'zh-CN'): string | null {
  const chinese = (FORMS as Readonly<Record<string, string>>)[words];
  if (chinese === undefined) return null;
  const text = language === 'zh-CN' ? chinese : words;
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(facts[name] ?? whole));
}

/** A fault that a schema finds by itself, for `addIssue`. */
export function formIssue(
  words: Form,
  { path = [], facts = {} }: { path?: (string | number)[]; facts?: FormFacts } = {},
): { code: 'custom'; message: string; path: (string | number)[]; params: { words: Form; facts: FormFacts } } {
  return { code: 'custom', message: formIn(words, facts, 'en') ?? words, path, params: { words, facts } };
}
