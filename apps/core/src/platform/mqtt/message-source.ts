import type { PartHealth } from '@takt/contracts';

/** A message as it came from the broker; nobody has looked into it yet. */
export interface Envelope {
  readonly topic: string;
  readonly payload: Buffer;
  /** length of the payload; greater than `payload.length` when it was too long to be kept whole */
  readonly bytes: number;
  /** receipt in factory time, epoch ms */
  readonly receivedAt: number;
  /** receipt by `performance.now()`, for measuring */
  readonly arrivedMs: number;
  /** plant of the device that has logged in; null: an external broker does not tell */
  readonly plant: string | null;
  /** the broker has kept it for whoever comes: it was said some time ago, perhaps by a device that is no more */
  readonly retained: boolean;
  /** why the sender may not speak under this topic; null: it may */
  readonly foreign: string | null;
}

/** Told once what became of a message. null: it is stored for good, only then is it acknowledged; else why it is not. */
export type Settle = (error: Error | null) => void;

/** Takes a message. A call instead of a promise: there are thousands of them per second. */
export type Intake = (envelope: Envelope, settle: Settle) => void;

/** Where devices reach the embedded broker. */
export interface BrokerPorts {
  /** TCP */
  readonly mqtt: number;
  /** WebSocket */
  readonly mqttWs: number;
}

/** How a message is sent. */
export interface PublishOptions {
  /** the broker keeps it and gives it to whoever subscribes later */
  readonly retain?: boolean;
}

/**
 * Where device messages come from: pulled as fast as they are stored, acknowledged by the commit. What is in flight is
 * bounded: when storing stalls, reading stalls. `message-source.medium.spec.ts` holds for every implementation.
 */
export abstract class MessageSource {
  /** ports of the embedded broker; null: the broker is another program */
  abstract readonly ports: BrokerPorts | null;

  /** Begins to read. @throws Error when no port can be listened on */
  abstract open(intake: Intake): Promise<void>;

  /** Sends a message to devices, QoS 1. @throws Error when the broker does not take it */
  abstract publish(topic: string, payload: string, options?: PublishOptions): Promise<void>;

  /** Reads no further; what was read is still acknowledged when it is stored. */
  abstract pause(): void;

  /** Cuts all connections. */
  abstract close(): Promise<void>;

  /** Can devices be heard? */
  abstract health(): PartHealth;
}
