import type { Language } from '@takt/contracts';

/** The language of a caller from the header Accept-Language: zh-CN when Chinese comes first, else en. */
export function languageOf(header: string | undefined): Language {
  const wanted = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', quality] = part.trim().split(';q=');
      return { tag: tag.toLowerCase(), quality: quality === undefined ? 1 : Number(quality) || 0 };
    })
    .sort((a, b) => b.quality - a.quality)
    .find(({ tag }) => tag.startsWith('zh') || tag.startsWith('en'));
  return wanted?.tag.startsWith('zh') ? 'zh-CN' : 'en';
}
