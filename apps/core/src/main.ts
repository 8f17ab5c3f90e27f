import { Core, type RunningCore } from './core';
import { EnvFault, readEnv, type Env } from './env';
import { SecondCore } from './platform/embedded';

const EXIT = { settings: 2, secondCore: 3, failed: 1 } as const;

const say = (line: string): void => void process.stderr.write(`takt: ${line}\n`);

function settings(): Env {
  try {
    return readEnv();
  } catch (error) {
    if (!(error instanceof EnvFault)) throw error;
    say(error.message);
    process.exit(EXIT.settings);
  }
}

/** Ends the process in order when it is asked to; after the grace period without order. */
function endOnSignal(env: Env, running: RunningCore): void {
  let ending = false;
  const end = (signal: string): void => {
    if (ending) return;
    ending = true;
    say(`${signal}: finishing what is under way`);
    const deadline = setTimeout(() => {
      say(`not finished within ${env.DRAIN_SEC} s; ending now, nothing acknowledged is lost`);
      void running.abandon().finally(() => process.exit(EXIT.failed));
    }, env.DRAIN_SEC * 1000);
    void running.stop().then(() => {
      clearTimeout(deadline);
      say('ended');
      process.exit(0);
    });
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => end(signal));
  process.on('disconnect', () => end('who started this process is gone'));
}

async function main(): Promise<void> {
  const env = settings();
  const core = new Core(env, say, (error) => {
    say(error.message);
    process.exit(EXIT.secondCore);
  });
  try {
    const running = await core.start();
    endOnSignal(env, running);
    if (running.firstLogin)
      say(
        `first log-in: ${running.firstLogin.login} / ${running.firstLogin.password} (shown once; change it)`,
      );
    const mqtt = running.ports === null ? '' : `, MQTT on port ${running.ports.mqtt}`;
    say(`ready at ${running.url}${mqtt} (${env.ROLE})`);
    // Who started this process learns the addresses from it.
    process.send?.({ ready: true, url: running.url, ports: running.ports });
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    process.exit(error instanceof SecondCore ? EXIT.secondCore : EXIT.failed);
  }
}

process.on('unhandledRejection', (error) => {
  say(`unhandled: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
});

void main();
