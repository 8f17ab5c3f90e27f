import { Inject, Injectable } from '@nestjs/common';
import { deviceMessages, isRefusal, type DomainEvent } from '@takt/contracts';
import { Clock } from '../../platform/clock';
import { Database } from '../../platform/database';
import { OnEvent, OnEvents, type AnyEvent } from '../../platform/outbox';
import { OnJob } from '../../platform/queue';
import { CommandService } from './command.service';
import { LightTeller } from './light-teller';
import { LoadTeller } from './load-teller';

/** A command that nobody has answered for so long is given up, in factory ms. */
const GIVE_UP_MS = 86_400_000;
const KEEP_MS = 30 * 86_400_000;
const REPEAT_MOST = 500;

/** What makes core speak to devices, and what they answer. */
@Injectable()
export class CommandEvents {
  constructor(
    private readonly commands: CommandService,
    private readonly loads: LoadTeller,
    private readonly lights: LightTeller,
    private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @OnEvent('schedule.published')
  published({ plant, payload }: DomainEvent<'schedule.published'>): Promise<void> {
    const places = payload.changes.flatMap(({ from, to }) => [from?.station, to?.station]);
    return this.loads.tell(
      plant,
      places.filter((station) => station !== undefined),
    );
  }

  @OnEvents('report.recorded', 'operation.changed')
  worked(plant: string, events: readonly AnyEvent<'report.recorded' | 'operation.changed'>[]): Promise<void> {
    const stations = events.flatMap(({ name, payload }) =>
      name === 'report.recorded' && payload.type === 'quantity' && !payload.last
        ? []
        : (payload.station ?? []),
    );
    return stations.length === 0 ? Promise.resolve() : this.loads.tell(plant, stations);
  }

  @OnEvent('andon.changed')
  called({ plant, payload: { station } }: DomainEvent<'andon.changed'>): Promise<void> {
    return this.lights.tell(plant, station);
  }

  @OnEvent('device.reported')
  async answered({ plant, payload }: DomainEvent<'device.reported'>): Promise<void> {
    if (payload.channel !== 'ack') return;
    const result = await this.commands.answered(
      plant,
      payload.station,
      deviceMessages.ack.parse(payload.message),
    );
    if (!isRefusal(result)) return;
    const { code, facts } = result;
    await this.database.write(plant, async (tx) =>
      tx.announce('device.refused', { ...payload, code, facts: { ...facts } }),
    );
  }

  @OnJob('command.repeat')
  async repeat(): Promise<void> {
    const now = this.clock.now();
    await this.commands.repeat(new Date(now - GIVE_UP_MS), REPEAT_MOST);
    await this.commands.clean(new Date(now - KEEP_MS));
  }
}
