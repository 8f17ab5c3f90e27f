import { Controller, Header, StreamableFile } from '@nestjs/common';
import {
  isRefusal,
  mediaRoutes,
  type InputOf,
  type Media,
  type Refusal,
  type ReplyOf,
} from '@takt/contracts';
import type { Caller } from '../../platform/context';
import { Handle, In, Upload, Uploaded, Who, type UploadedFile } from '../../platform/http';
import { MediaService } from './media.service';

/** Pictures, videos and PDFs over HTTP. */
@Controller()
export class MediaController {
  constructor(private readonly media: MediaService) {}

  @Handle(mediaRoutes.list)
  list(
    @In() input: InputOf<typeof mediaRoutes.list>,
    @Who() caller: Caller,
  ): Promise<ReplyOf<typeof mediaRoutes.list>> {
    return this.media.page(caller.plant, input);
  }

  @Handle(mediaRoutes.add)
  @Upload(mediaRoutes.add)
  add(@Uploaded() file: UploadedFile, @Who() caller: Caller): Promise<Media | Refusal> {
    return this.media.add(caller, file);
  }

  /** Whoever opens the address by itself gets a page that can do nothing. */
  @Handle(mediaRoutes.content)
  @Header('Content-Security-Policy', "default-src 'none'; sandbox")
  @Header('Cache-Control', 'private, max-age=31536000, immutable')
  async content(
    @In() { params }: InputOf<typeof mediaRoutes.content>,
    @Who() caller: Caller,
  ): Promise<StreamableFile | Refusal> {
    const found = await this.media.content(caller.plant, params.media);
    if (isRefusal(found)) return found;
    const { type, content } = found;
    const file = `${params.media}.${type.split('/')[1] ?? ''}`;
    return new StreamableFile(content, {
      type,
      disposition: `inline; filename="${file}"`,
      length: content.length,
    });
  }
}
