import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { DeviceCommand, StationCommand } from '@takt/contracts';
import type { Tx } from '../../platform/database';
import { DeviceCommandEntity } from './command.entity';

const SHOWN = 50;

/** A stored command for the API. */
export function commandOf(row: DeviceCommandEntity): StationCommand {
  const { id, station, line, command, madeAt, answeredAt, ok, error } = row;
  return {
    ...{ id, station, line, command, ok, error },
    madeAt: madeAt.toISOString(),
    answeredAt: answeredAt && answeredAt.toISOString(),
  };
}

/** Commands to devices in PostgreSQL. */
@Injectable()
export class CommandRepository {
  /** The newest command of a type to a station. */
  newest(tx: Tx, station: string, type: DeviceCommand['type']): Promise<DeviceCommandEntity | null> {
    return tx
      .of(DeviceCommandEntity)
      .findOne({ where: { plant: tx.plant, station, type }, order: { madeAt: 'DESC', id: 'DESC' } });
  }

  /** The newest commands to a station, newest first. */
  list(tx: Tx, station: string): Promise<DeviceCommandEntity[]> {
    return tx
      .of(DeviceCommandEntity)
      .find({ where: { plant: tx.plant, station }, order: { madeAt: 'DESC', id: 'DESC' }, take: SHOWN });
  }

  /** Adds a command. */
  async add(tx: Tx, command: DeviceCommandEntity): Promise<void> {
    await tx.of(DeviceCommandEntity).insert(command as never);
  }

  /** Notes an answer; the first one counts. @returns whether the station was sent such a command */
  async answer(
    tx: Tx,
    station: string,
    answer: Pick<DeviceCommandEntity, 'id' | 'ok' | 'error' | 'answeredAt'>,
  ): Promise<boolean> {
    const { id, ...values } = answer;
    const where = { plant: tx.plant, station, id };
    const { affected } = await tx.of(DeviceCommandEntity).update({ ...where, answeredAt: IsNull() }, values);
    return (affected ?? 0) > 0 || (await tx.of(DeviceCommandEntity).existsBy(where));
  }

  /** Commands of every plant that still count, were made after an instant, and have no answer. */
  unanswered(tx: Tx, after: Date, most: number): Promise<DeviceCommandEntity[]> {
    return tx.query<DeviceCommandEntity>(
      `select plant, id, station, line, type, command, made_at as "madeAt" from device_command c
       where answered_at is null and made_at > $1 and not exists (
         select 1 from device_command d
         where d.plant = c.plant and d.station = c.station and d.type = c.type and (d.made_at, d.id) > (c.made_at, c.id))
       order by made_at limit $2`,
      [after, most],
    );
  }

  /** Removes history from before an instant; what a station was last told stays. */
  async clean(tx: Tx, before: Date): Promise<void> {
    await tx.query(
      `delete from device_command c where made_at < $1 and exists (
         select 1 from device_command d
         where d.plant = c.plant and d.station = c.station and d.type = c.type and (d.made_at, d.id) > (c.made_at, c.id))`,
      [before],
    );
  }
}
