import { Injectable, Logger } from '@nestjs/common';
import {
  deviceMessages,
  isRefusal,
  roomOf,
  sentenceOf,
  type DomainEvent,
  type ErrorCode,
} from '@takt/contracts';
import { Database } from '../../platform/database';
import { OnEvent, OnEventPush, push, type Push } from '../../platform/outbox';
import { OnJob } from '../../platform/queue';
import { AndonCallRepository, callOf } from './andon-call.repository';
import { AndonCallService } from './andon-call.service';

/** Calls from the buttons of stations, their way to the screens, and their escalation. */
@Injectable()
export class AndonCallEvents {
  private readonly logger = new Logger('andon');

  constructor(
    private readonly calls: AndonCallService,
    private readonly database: Database,
    private readonly repository: AndonCallRepository,
  ) {}

  @OnEvent('device.reported')
  async reported({ plant, payload }: DomainEvent<'device.reported'>): Promise<void> {
    if (payload.channel !== 'andon') return;
    const message = deviceMessages.andon.safeParse(payload.message);
    if (!message.success) return;
    const { action, callId: id, kind, worker = null } = message.data;
    const at = Date.parse(payload.receivedAt);
    const result =
      action === 'call'
        ? await this.calls.raise(plant, null, { id, station: payload.station, kind, worker, at })
        : await this.calls.step(plant, id, { step: action, by: worker, at });
    if (isRefusal(result))
      this.logger.warn({ plant, call: id, action, code: result.code }, 'a call from a device was refused');
  }

  /** A report was kept although something about it cannot be: the supervisor is called to its station, to decide. */
  @OnEvent('report.doubted')
  async doubted({ plant, payload }: DomainEvent<'report.doubted'>): Promise<void> {
    const { report: id, station, code, facts, at } = payload;
    const [note, noteZh] = (['en', 'zh-CN'] as const).map((language) => {
      const { detail, hint } = sentenceOf(code as ErrorCode, facts, language);
      return `${detail} ${hint}`;
    });
    const call = { id, station, kind: 'supervisor', note, noteZh, at: Date.parse(at) } as const;
    await this.calls.raise(plant, null, call);
  }

  @OnEventPush('andon.changed')
  async changed({
    plant,
    payload: { call, station, line },
  }: DomainEvent<'andon.changed'>): Promise<readonly Push[]> {
    const row = await this.database.read(plant, (tx) => this.repository.find(tx, call));
    if (!row) return [];
    return [
      push('andon.changed', [roomOf.plant(plant), roomOf.line(plant, line), roomOf.station(plant, station)], {
        call: callOf(row),
      }),
    ];
  }

  @OnJob('andon.escalate')
  escalate(): Promise<void> {
    return this.calls.escalate();
  }
}
