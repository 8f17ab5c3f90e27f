import { DeviceCommand, type Uuid } from '@takt/contracts';

/** Carries a command out. Throws an Error whose message core is told. */
export type CommandHandler = (command: DeviceCommand) => void | Promise<void>;

/** Answer to a command. */
export interface CommandAnswer {
  readonly id: Uuid;
  readonly ok: boolean;
  readonly error?: string;
}

const REMEMBERED = 200;
const ERROR_MAX = 500;

/** Reads commands and answers each: one that comes again is answered again and not carried out again. */
export class CommandReader {
  private readonly answers = new Map<Uuid, Promise<CommandAnswer>>();

  constructor(private readonly handler: CommandHandler) {}

  /** @returns null when it is no command that the contract knows */
  async read(payload: Buffer): Promise<CommandAnswer | null> {
    const command = parse(payload);
    if (!command) return null;
    const known = this.answers.get(command.id);
    if (known) return known;
    const answer = this.carryOut(command);
    this.answers.set(command.id, answer);
    const [oldest] = this.answers.keys();
    if (this.answers.size > REMEMBERED && oldest !== undefined) this.answers.delete(oldest);
    return answer;
  }

  private async carryOut(command: DeviceCommand): Promise<CommandAnswer> {
    try {
      await this.handler(command);
      return { id: command.id, ok: true };
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error);
      return { id: command.id, ok: false, error: text.slice(0, ERROR_MAX) };
    }
  }
}

function parse(payload: Buffer): DeviceCommand | null {
  try {
    return DeviceCommand.parse(JSON.parse(payload.toString('utf8')));
  } catch {
    return null;
  }
}
