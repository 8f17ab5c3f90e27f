/** A process of `npm start`: started, told when it is ready, started again when it dies, ended in order. */
import { fork } from 'node:child_process';
import { createInterface } from 'node:readline';
import { writeSync } from 'node:fs';

const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 30_000;
const LIVED_MS = 60_000;
const END_MS = 40_000;

export class Supervised {
  #child = null;
  #pauseMs = FIRST_PAUSE_MS;
  #ending = false;
  #timer;

  /**
   * @param {string} name
   * @param {string} entry file that node runs; it sends `{ ready: true, … }` when it is
   * @param {{ log: number, say: (line: string) => void, env?: Record<string, string>, args?: string[], secret?: RegExp }} options
   *   `log`: open file of its output; `secret`: lines that stay out of it
   */
  constructor(name, entry, options) {
    this.name = name;
    this.entry = entry;
    this.options = options;
    this.env = { ...options.env };
  }

  /** Further settings from the next start on. */
  keepEnv(env) {
    Object.assign(this.env, env);
  }

  /** Starts it. Resolves with what it says when it is ready; rejects with its last lines when it ends before. */
  start() {
    return new Promise((done, fail) => {
      const child = fork(this.entry, this.options.args ?? [], {
        env: { ...process.env, ...this.env },
        // its own group: a Ctrl-C reaches this process alone, which ends the others in their order
        detached: true,
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      });
      this.#child = child;
      const since = performance.now();
      const last = this.#follow(child);
      let isReady = false;
      child.on('message', (message) => {
        if (!message?.ready) return;
        isReady = true;
        done(message);
      });
      child.on('exit', (code, signal) => {
        this.#child = null;
        if (!isReady) return fail(new Error(`${this.name} did not start.\n${last.join('\n')}`));
        if (!this.#ending) this.#again(signal ?? `status ${code}`, performance.now() - since);
      });
    });
  }

  /** Asks it to end and waits; after 40 s it is ended without being asked. */
  async stop() {
    this.#ending = true;
    clearTimeout(this.#timer);
    const child = this.#child;
    if (!child) return;
    const gone = new Promise((done) => child.once('exit', done));
    child.kill('SIGTERM');
    const late = setTimeout(() => child.kill('SIGKILL'), END_MS);
    await gone;
    clearTimeout(late);
  }

  #follow(child) {
    const last = [];
    for (const stream of [child.stdout, child.stderr])
      createInterface({ input: stream }).on('line', (line) => {
        if (this.options.secret?.test(line)) return;
        writeSync(this.options.log, `${line}\n`);
        last.push(line);
        if (last.length > 20) last.shift();
      });
    return last;
  }

  #again(how, livedMs) {
    this.#pauseMs = livedMs > LIVED_MS ? FIRST_PAUSE_MS : Math.min(LONGEST_PAUSE_MS, this.#pauseMs * 2);
    this.options.say(`${this.name} ended (${how}); it starts again.`);
    this.#timer = setTimeout(() => {
      this.start().catch((error) => {
        this.options.say(error.message);
        if (!this.#ending) this.#again('not started', 0);
      });
    }, this.#pauseMs);
  }
}
