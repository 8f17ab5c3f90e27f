import type { DeviceChannel } from '@takt/contracts';
import { CommandReader, type CommandHandler } from './commands';
import { PieceCounter } from './counter';
import { Link, type Committed, type LinkOptions } from './link';
import { Voice, type Said, type StationAddress } from './voice';

/** A device at one station: where it stands, what it is, how it reaches the broker. */
export interface StationDeviceOptions extends Pick<
  LinkOptions,
  | 'url'
  | 'username'
  | 'password'
  | 'outbox'
  | 'confirmation'
  | 'window'
  | 'resendSec'
  | 'keepaliveSec'
  | 'onChange'
  | 'backOff'
> {
  readonly address: StationAddress;
  readonly model: string;
  readonly firmware: string;
  /** the device's clock, epoch ms */
  readonly now: () => number;
  readonly onCommand?: CommandHandler;
}

/**
 * A machine or worker station on MQTT: a birth when it connects, a last will when it is lost, a new boot at each start, numbered
 * messages that are kept until core has them, counters since the boot, commands with answers.
 */
export class StationDevice {
  readonly counter = new PieceCounter();
  private readonly voice: Voice;
  private readonly link: Link;
  private readonly commands: CommandReader;

  constructor(options: StationDeviceOptions) {
    const { address, now, model, firmware, onCommand = () => undefined, ...line } = options;
    this.voice = new Voice(address, now);
    this.commands = new CommandReader(onCommand);
    this.link = new Link({
      ...line,
      topics: [this.voice.commandTopic],
      will: () => this.voice.say('status', { online: false }),
      birth: () => this.voice.say('status', { online: true, model, firmware }),
      onMessage: (_, payload) => void this.command(payload),
    });
  }

  /** Name of this start. */
  get boot(): string {
    return this.voice.boot;
  }

  /** how many messages core has not confirmed */
  get waiting(): number {
    return this.link.waiting;
  }

  /** Is the broker there? */
  get online(): boolean {
    return this.link.online;
  }

  /** Switches the device on. */
  open(): void {
    this.link.open();
  }

  /**
   * Says something on a channel.
   * @param at when it happened, epoch ms of the device's clock; now unless told
   * @throws Error when the contract would refuse it
   */
  say<C extends DeviceChannel>(channel: C, said: Said<C>, at?: number): void {
    this.link.send(this.voice.say(channel, said, at));
  }

  /** Counts pieces and tells the totals. */
  count(good: number, scrap = 0): void {
    this.say('count', this.counter.add(good, scrap));
  }

  /** See {@link Link.drained}. */
  drained(timeoutMs: number): Promise<boolean> {
    return this.link.drained(timeoutMs);
  }

  /** See {@link Link.confirm}. */
  confirm(boot: string, committed: Committed): void {
    this.link.confirm(this.voice.commandTopic.slice(0, -'/command'.length), boot, committed);
  }

  /** Switches the device off in order. */
  close(): Promise<void> {
    return this.link.close();
  }

  private async command(payload: Buffer): Promise<void> {
    const answer = await this.commands.read(payload);
    if (answer) this.say('ack', answer);
  }
}
