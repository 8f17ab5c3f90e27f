import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { cpuSec } from './machine';

/** How a part is started. */
export interface PartOptions {
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** options of Node */
  readonly node?: readonly string[];
}

/** A process that is part of a bench and speaks over IPC. */
export class Part {
  private constructor(private readonly child: ChildProcess) {}

  /** @param file compiled entry, beside this file */
  static start(file: string, { args = [], env = {}, node = [] }: PartOptions = {}): Part {
    return new Part(
      fork(join(__dirname, file), [...args], {
        env: { ...process.env, ...env },
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
        execArgv: [...node],
      }),
    );
  }

  /** Processor time that it has used, in s. */
  get cpuSec(): number {
    return cpuSec(this.child.pid ?? 0);
  }

  /** The next message that it sends. */
  next<T>(): Promise<T> {
    return new Promise((done, fail) => {
      const ended = (code: number | null): void => fail(new Error(`a part of the bench ended with ${code}`));
      this.child.once('exit', ended);
      this.child.once('message', (message) => {
        this.child.off('exit', ended);
        done(message as T);
      });
    });
  }

  /** Sends a question and waits for `{result}`, or `{error}`. */
  async ask<T>(question: object): Promise<T> {
    const answer = this.next<{ result: T; error?: string }>();
    this.child.send(question);
    const { result, error } = await answer;
    if (error !== undefined) throw new Error(error);
    return result;
  }

  /** Ends it in an orderly way. */
  stop(): Promise<void> {
    return new Promise((done) => {
      if (this.child.exitCode !== null || this.child.signalCode !== null) return done();
      this.child.once('exit', () => done());
      this.child.kill('SIGTERM');
    });
  }
}
