import { Injectable } from '@nestjs/common';
import type { AndonCall } from '@takt/contracts';
import { DeviceService } from '../access';
import { AndonCallService } from '../andon';
import { CommandService } from './command.service';

const OPEN_MOST = 50;

/** Lets the light of a station show its calls for help: red flashing while nobody comes, yellow while somebody is there. */
@Injectable()
export class LightTeller {
  constructor(
    private readonly commands: CommandService,
    private readonly devices: DeviceService,
    private readonly calls: AndonCallService,
  ) {}

  /** Tells the station what its calls say now. */
  async tell(plant: string, station: string): Promise<void> {
    if (!(await this.devices.stationsHeard(plant)).has(station)) return;
    const { items } = await this.calls.page(
      plant,
      { station: [station], status: ['open', 'answered'] },
      { limit: OPEN_MOST, sort: [{ field: 'raisedAt', descending: true }] },
    );
    await this.commands.tell(plant, station, async () => ({ type: 'andon-light', ...lightOf(items) }));
  }
}

function lightOf(calls: readonly AndonCall[]): { light: 'red' | 'yellow' | 'off'; flash: boolean } {
  const open = calls.some(({ status }) => status === 'open');
  return { light: open ? 'red' : calls.length > 0 ? 'yellow' : 'off', flash: open };
}
