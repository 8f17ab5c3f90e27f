import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { Tx } from '../../platform/database';
import { DeviceEntity } from './access.entity';

/** MQTT devices in PostgreSQL. */
@Injectable()
export class DeviceRepository {
  /** Devices that are not revoked. */
  all(tx: Tx): Promise<DeviceEntity[]> {
    const plant = tx.plant === '*' ? {} : { plant: tx.plant };
    return tx
      .of(DeviceEntity)
      .find({ where: { ...plant, revokedAt: IsNull() }, order: { plant: 'ASC', id: 'ASC' } });
  }

  /** One device, revoked or not. */
  find(tx: Tx, plant: string, id: string): Promise<DeviceEntity | null> {
    return tx.of(DeviceEntity).findOneBy({ plant, id });
  }

  /** Stores a device. */
  async save(tx: Tx, device: DeviceEntity): Promise<void> {
    await tx.of(DeviceEntity).save(device);
  }
}
