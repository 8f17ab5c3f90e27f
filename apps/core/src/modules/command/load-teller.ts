import { Injectable } from '@nestjs/common';
import { stationLoad } from '@takt/production';
import type { Tx } from '../../platform/database';
import { DeviceService } from '../access';
import { OperationRepository, WorkOrderRepository, type OperationState } from '../production';
import { ScheduleRepository } from '../scheduling';
import { CommandService, type NewCommand } from './command.service';

/** Tells stations with a device what they have to be set up for. */
@Injectable()
export class LoadTeller {
  constructor(
    private readonly commands: CommandService,
    private readonly devices: DeviceService,
    private readonly operations: OperationRepository,
    private readonly workOrders: WorkOrderRepository,
    private readonly schedules: ScheduleRepository,
  ) {}

  /** Tells those of the stations whose work has changed, or what comes after it. */
  async tell(plant: string, stations: Iterable<string>): Promise<void> {
    const heard = await this.devices.stationsHeard(plant);
    for (const station of new Set(stations))
      if (heard.has(station)) await this.commands.tell(plant, station, (tx) => this.load(tx, station));
  }

  private async load(tx: Tx, station: string): Promise<NewCommand> {
    // Of two that find out at once, one waits and finds nothing new.
    await this.operations.lockStation(tx, station);
    const candidates = await this.operations.openAt(tx, station);
    const { operation: id, next } = stationLoad(candidates);
    const operation: OperationState | undefined = candidates.find((one) => one.id === id);
    const workOrder = operation ? await this.workOrders.find(tx, operation.workOrder) : null;
    const { version } = await this.schedules.head(tx);
    return {
      type: 'load-operation',
      operation: id,
      item: workOrder?.item ?? null,
      qty: operation ? Number(operation.qtyTarget) : null,
      next,
      scheduleVersion: version ?? 0,
    };
  }
}
