import { Controller } from '@nestjs/common';
import {
  noticeRoutes,
  type ClientEvent,
  type InputOf,
  type Notice,
  type Refusal,
  type ReplyOf,
} from '@takt/contracts';
import type { Caller } from '../../platform/context';
import { Handle, In, Who } from '../../platform/http';
import { OnJob } from '../../platform/queue';
import { OnSocket } from '../../platform/realtime';
import { NoticeService } from './notice.service';

const NEWEST_FIRST = [{ field: 'raisedAt', descending: true }] as const;

/** Notices over HTTP and sockets. */
@Controller()
export class NoticeController {
  constructor(private readonly notices: NoticeService) {}

  @Handle(noticeRoutes.list)
  list(
    @In() { query }: InputOf<typeof noticeRoutes.list>,
    @Who() caller: Caller,
  ): Promise<ReplyOf<typeof noticeRoutes.list>> {
    return this.notices.page(caller.plant, query.filter, {
      ...query,
      sort: query.sort.length > 0 ? query.sort : NEWEST_FIRST,
    });
  }

  @Handle(noticeRoutes.acknowledge)
  acknowledge(
    @In() { params, body }: InputOf<typeof noticeRoutes.acknowledge>,
    @Who() caller: Caller,
  ): Promise<Notice | Refusal> {
    return this.notices.acknowledge(caller, params.notice, body);
  }

  @Handle(noticeRoutes.coverage)
  coverage(
    @In() { query }: InputOf<typeof noticeRoutes.coverage>,
    @Who() caller: Caller,
  ): Promise<ReplyOf<typeof noticeRoutes.coverage>> {
    return this.notices.coverage(caller.plant, new Date(query.from), new Date(query.to));
  }

  @OnSocket('notice.acknowledge')
  acknowledgeBySocket(
    { notice, ...seen }: ClientEvent<'notice.acknowledge'>,
    caller: Caller,
  ): Promise<Notice | Refusal> {
    return this.notices.acknowledge(caller, notice, seen);
  }

  @OnJob('notice.escalate')
  escalate(): Promise<void> {
    return this.notices.escalate();
  }
}
