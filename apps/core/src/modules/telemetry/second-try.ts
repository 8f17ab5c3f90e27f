import { Injectable } from '@nestjs/common';
import type { Envelope } from '../../platform/mqtt';
import { Deriver } from './deriver';
import { decode, NO_PLANT, type Decoded } from './message-decoder';
import { MessageStore } from './message-store';
import { PlantDirectory } from './plant-directory';
import type { QuarantineEntity } from './telemetry.entity';

/** Sends a quarantined message through ingest once more. */
@Injectable()
export class SecondTry {
  constructor(
    private readonly directory: PlantDirectory,
    private readonly store: MessageStore,
    private readonly deriver: Deriver,
  ) {}

  /** How a message reads today: perhaps its station has been set up meanwhile. */
  async read({ plant, topic, payload, bytes, receivedAt }: QuarantineEntity): Promise<Decoded> {
    await this.directory.refresh();
    const envelope: Envelope = {
      ...{ topic, payload, bytes, foreign: null, retained: false },
      plant: plant === NO_PLANT ? null : plant,
      receivedAt: receivedAt.getTime(),
      arrivedMs: performance.now(),
    };
    return decode(envelope, this.directory);
  }

  /** Stores a message that is accepted now. @returns whether it is stored; else it is back in quarantine */
  async run(decoded: Decoded): Promise<boolean> {
    if (decoded.kind !== 'accepted') {
      await this.store.put([], [decoded.refused]);
      return false;
    }
    const { batch, kept, refused } = await this.store.put([decoded.accepted], []);
    if (batch !== null) this.deriver.handOver(batch, kept);
    return refused.length === 0;
  }
}
