import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import {
  MEDIA_TYPES,
  refuse,
  type InputOf,
  type Media,
  type mediaRoutes,
  type Refusal,
  type ReplyOf,
} from '@takt/contracts';
import { mediaTypeOf } from '@takt/production';
import { Clock } from '../../platform/clock';
import { noteForAudit, type Caller } from '../../platform/context';
import { Database } from '../../platform/database';
import type { UploadedFile } from '../../platform/http';
import type { MediaEntity } from './media.entity';
import { MediaRepository } from './media.repository';

const NAME_MAX = 120;

/** The name of a file as it may stand on a screen. */
function showable(name: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are what is taken out
  const clean = name.replace(/[\u0000-\u001f\u007f]/g, '').trim();
  return clean.slice(-NAME_MAX).trim() || '–';
}

/** What instructions show: taken in the office, handed out to every screen of the plant. */
@Injectable()
export class MediaService {
  constructor(
    private readonly database: Database,
    private readonly media: MediaRepository,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Takes a file in; its bytes say what it is, not its name. @returns `media.unreadable`, or the medium */
  add(caller: Caller, { originalname, buffer }: UploadedFile): Promise<Media | Refusal> {
    const name = showable(originalname);
    const type = mediaTypeOf(buffer);
    return this.database.write(caller.plant, async (tx) => {
      noteForAudit({ file: name, bytes: buffer.length, type: type ?? 'unknown' });
      if (type === undefined) return refuse('media.unreadable', { file: name });
      const media = await this.media.add(tx, {
        ...{ plant: caller.plant, id: uuid(), name, type, kind: MEDIA_TYPES[type], bytes: buffer.length },
        digest: createHash('sha256').update(buffer).digest('hex'),
        content: buffer,
        addedAt: this.clock.date(),
        addedBy: caller.name,
      });
      noteForAudit({ media: media.id });
      return media;
    });
  }

  /** One page of media. */
  page(
    plant: string,
    { query }: InputOf<typeof mediaRoutes.list>,
  ): Promise<ReplyOf<typeof mediaRoutes.list>> {
    return this.database.read(plant, (tx) => this.media.page(tx, query.filter, query));
  }

  /** A medium with its content. @returns `thing.unknown`, or type and content */
  async content(plant: string, id: string): Promise<Pick<MediaEntity, 'type' | 'content'> | Refusal> {
    const found = await this.database.read(plant, (tx) => this.media.content(tx, id));
    return found ?? refuse('thing.unknown', { kind: 'media', id });
  }
}
