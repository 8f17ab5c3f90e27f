import type { z } from 'zod';
import { formIn } from './form-words';
import type { Language } from './scalar';

type Issue = z.core.$ZodIssue;
/** In English and in Chinese. */
type Both = readonly [en: string, zh: string];

const TYPES: Readonly<Record<string, Both>> = {
  string: ['a text', '应为文本'],
  number: ['a number', '应为数字'],
  int: ['a whole number', '应为整数'],
  boolean: ['true or false', '应为 true 或 false'],
  array: ['a list', '应为列表'],
  object: ['an object', '应为对象'],
  record: ['an object', '应为对象'],
  null: ['nothing', '应为空'],
};

const FORMATS: Readonly<Record<string, Both>> = {
  uuid: ['a UUID', '应为 UUID'],
  datetime: ['an instant such as 2026-01-05T06:00:00Z', '应为带时区的时间，例如 2026-01-05T06:00:00Z'],
  date: ['a day such as 2026-01-05', '应为日期，例如 2026-01-05'],
  email: ['a mail address', '应为邮箱地址'],
  url: ['a web address', '应为网址'],
  base64: ['Base64', '应为 Base64'],
};

const OTHER: Both = ['another form than is asked for', '格式不符合要求'];

function sizeWords(issue: Extract<Issue, { code: 'too_small' | 'too_big' }>): Both {
  const small = issue.code === 'too_small';
  const limit = String(small ? issue.minimum : issue.maximum);
  const [least, zh] = small ? ['at least', '至少'] : ['at most', '最多'];
  if (issue.origin === 'string')
    return [`${least} ${limit} character${limit === '1' ? '' : 's'}`, `${zh} ${limit} 个字符`];
  if (issue.origin === 'array' || issue.origin === 'set')
    return [`${least} ${limit} ${limit === '1' ? 'entry' : 'entries'}`, `${zh} ${limit} 项`];
  if (issue.inclusive === false)
    return small ? [`more than ${limit}`, `应大于 ${limit}`] : [`less than ${limit}`, `应小于 ${limit}`];
  return small ? [`at least ${limit}`, `不能小于 ${limit}`] : [`at most ${limit}`, `不能大于 ${limit}`];
}

function issueWords(issue: Issue, value: unknown): Both {
  switch (issue.code) {
    case 'invalid_type':
      return value === undefined ? ['is missing', '缺少此项'] : (TYPES[issue.expected] ?? OTHER);
    case 'too_small':
    case 'too_big':
      return sizeWords(issue);
    case 'invalid_value': {
      const values = issue.values.map(String).join(', ');
      return value === undefined
        ? ['is missing', '缺少此项']
        : [`one of ${values}`, `应为以下之一：${values}`];
    }
    case 'unrecognized_keys':
      return [`unknown: ${issue.keys.join(', ')}`, `未知字段：${issue.keys.join(', ')}`];
    case 'invalid_format':
      return FORMATS[issue.format] ?? OTHER;
    case 'not_multiple_of':
      return [`a multiple of ${issue.divisor}`, `应为 ${issue.divisor} 的倍数`];
    case 'invalid_union':
      return value === undefined ? ['is missing', '缺少此项'] : OTHER;
    default:
      return OTHER;
  }
}

/**
 * What is wrong with a value, in words that people read; never a regular expression, and nothing that a library says in its own
 * language.
 * @param issue what the schema found
 * @param value what stands there; undefined: nothing
 * @param language language of the reader
 */
export function issueIn(issue: Issue, value: unknown, language: Language): string {
  const { words, facts = {} } = (issue.code === 'custom' ? (issue.params ?? {}) : {}) as {
    words?: string;
    facts?: Record<string, string | number>;
  };
  const own = formIn(words ?? issue.message, facts, language);
  return own ?? issueWords(issue, value)[language === 'zh-CN' ? 1 : 0];
}
