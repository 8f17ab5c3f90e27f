import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import {
  refuse,
  type DeviceCommand,
  type DeviceMessage,
  type Refusal,
  type StationCommand,
} from '@takt/contracts';
import { Clock } from '../../platform/clock';
import { Database, type Tx } from '../../platform/database';
import { PlantRepository } from '../plant';
import { commandOf, CommandRepository } from './command.repository';
import { CommandSender } from './command-sender';
import type { DeviceCommandEntity } from './command.entity';

type WithoutId<T> = T extends unknown ? Omit<T, 'id'> : never;
/** A command before it has a name of its own. */
export type NewCommand = WithoutId<DeviceCommand>;

/** What does not make a command another one. */
function essence({ id: _, scheduleVersion: __, ...rest }: Partial<Record<string, unknown>>): string {
  return JSON.stringify(Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Commands to devices: made, sent, answered, sent again. */
@Injectable()
export class CommandService {
  constructor(
    private readonly database: Database,
    private readonly repository: CommandRepository,
    private readonly plants: PlantRepository,
    private readonly sender: CommandSender,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** The newest commands to a station. @returns thing.unknown */
  list(plant: string, station: string): Promise<StationCommand[] | Refusal> {
    return this.database.read(plant, async (tx) => {
      if (!(await this.plants.station(tx, station)))
        return refuse('thing.unknown', { kind: 'station', id: station });
      return (await this.repository.list(tx, station)).map(commandOf);
    });
  }

  /**
   * Makes a command and sends it after the commit, unless the newest of its type says the same.
   * @param decide what to say; null: nothing
   */
  async tell(plant: string, station: string, decide: (tx: Tx) => Promise<NewCommand | null>): Promise<void> {
    const made = await this.database.write(plant, async (tx) => {
      const command = await decide(tx);
      const place = command && (await this.plants.station(tx, station));
      if (!command || !place) return null;
      const newest = await this.repository.newest(tx, station, command.type);
      if (newest && essence({ ...newest.command }) === essence({ ...command })) return null;
      const id = uuid();
      const row: DeviceCommandEntity = {
        ...{
          plant,
          id,
          station,
          line: place.line,
          type: command.type,
          command: { ...command, id } as DeviceCommand,
        },
        ...{ madeAt: this.clock.date(), answeredAt: null, ok: null, error: null },
      };
      await this.repository.add(tx, row);
      return row;
    });
    if (made) this.sender.send(made);
  }

  /** Notes the answer of a device. @returns thing.unknown when its station was sent no such command */
  answered(plant: string, station: string, { id, ok, error }: DeviceMessage<'ack'>): Promise<Refusal | null> {
    return this.database.write(plant, async (tx) => {
      const answer = { id, ok, error: error ?? null, answeredAt: this.clock.date() };
      return (await this.repository.answer(tx, station, answer))
        ? null
        : refuse('thing.unknown', { kind: 'command', id });
    });
  }

  /** Sends what nobody has answered once more: a device may have been away, or the broker. */
  async repeat(newerThan: Date, most: number): Promise<void> {
    const rows = await this.database.read('*', (tx) => this.repository.unanswered(tx, newerThan, most));
    for (const row of rows) this.sender.send(row);
  }

  /** Forgets commands from before an instant. */
  async clean(before: Date): Promise<void> {
    await this.database.write('*', (tx) => this.repository.clean(tx, before));
  }
}
