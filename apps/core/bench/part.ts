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

/** How core is started. */
export interface CoreOptions {
  readonly databaseUrl: string;
  /** where it keeps its data */
  readonly folder: string;
  /** of its first administrator */
  readonly password: string;
  /** where it writes a CPU profile when it ends */
  readonly profile?: string | undefined;
  /** factory seconds per real second; 1 unless told */
  readonly rate?: number;
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

  /** Core as it runs in a factory; its first message are its addresses. */
  static core({ databaseUrl, folder, password, profile, rate = 1 }: CoreOptions): Part {
    return Part.start('../src/main.js', {
      env: {
        DATABASE_URL: databaseUrl,
        DATA_DIR: folder,
        PORT: '0',
        MQTT_PORT: '0',
        MQTT_WS_PORT: '0',
        LOG_LEVEL: 'error',
        CLOCK_RATE: String(rate),
        ADMIN_PASSWORD: password,
        REQUESTS_PER_MIN: '1000000',
      },
      node: profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`],
    });
  }

  /** Number of its process. */
  get pid(): number {
    return this.child.pid ?? 0;
  }

  /** Processor time that it has used, in s. */
  get cpuSec(): number {
    return cpuSec(this.pid);
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
