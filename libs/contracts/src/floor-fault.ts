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
} as const;
