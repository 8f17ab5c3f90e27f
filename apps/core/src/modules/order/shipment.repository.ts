import { Injectable } from '@nestjs/common';
import { decimalText } from '@takt/production';
import type { Tx } from '../../platform/database';
import { ShipmentEntity } from './order.entity';
import type { LineKey } from './ports';

/** A shipment: the answer to one command. Quantities decimal text, instants epoch ms. */
export interface Shipment extends LineKey {
  readonly commandId: string;
  /** asked for; null: all that was ready */
  readonly qtyAsked: string | null;
  readonly qty: string;
  readonly shippedAt: number;
  readonly recordedAt: number;
  readonly recordedBy: string;
}

/** Shipments in PostgreSQL. They are only added. */
@Injectable()
export class ShipmentRepository {
  /** The shipment of a command; null: the command is new. */
  async find(tx: Tx, commandId: string): Promise<Shipment | null> {
    const row = await tx.of(ShipmentEntity).findOneBy({ plant: tx.plant, commandId });
    if (!row) return null;
    const { plant: _, qtyAsked, qty, shippedAt, recordedAt, ...rest } = row;
    return {
      ...rest,
      qtyAsked: qtyAsked === null ? null : decimalText(qtyAsked),
      qty: decimalText(qty),
      shippedAt: shippedAt.getTime(),
      recordedAt: recordedAt.getTime(),
    };
  }

  /** Adds a shipment. */
  async add(tx: Tx, shipment: Shipment): Promise<void> {
    await tx.of(ShipmentEntity).insert({
      ...shipment,
      plant: tx.plant,
      shippedAt: new Date(shipment.shippedAt),
      recordedAt: new Date(shipment.recordedAt),
    });
  }
}
