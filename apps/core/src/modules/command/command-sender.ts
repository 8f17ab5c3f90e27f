import { Injectable, Logger } from '@nestjs/common';
import { COMMAND_CHANNEL, topicOf } from '@takt/contracts';
import { MessageSource } from '../../platform/mqtt';
import type { DeviceCommandEntity } from './command.entity';

/** Gives commands to the broker, at QoS 1. What it does not take is sent again by the tick, until it is answered. */
@Injectable()
export class CommandSender {
  private readonly logger = new Logger('commands');

  constructor(private readonly source: MessageSource) {}

  /** Sends a command. What a station has to be set up for is retained: a device that comes later hears it at once. */
  send({ plant, line, station, type, command }: DeviceCommandEntity): void {
    // A client that is away would collect them.
    if (!this.source.health().ok) return;
    const topic = topicOf({ plant, line, station, channel: COMMAND_CHANNEL });
    this.source
      .publish(topic, JSON.stringify(command), { retain: type === 'load-operation' })
      .catch((error: Error) =>
        this.logger.warn({ err: error.message, topic }, 'a command waits for the broker'),
      );
  }
}
