import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

type Step = { title: string; commands?: string[][]; skipped?: string };

const says = (text: string) => ['-e', `console.log(${JSON.stringify(text)})`];
const fails = ['-e', 'process.exit(3)'];

/** Runs steps as the checks do; the summary is what follows the last empty line. */
function run(steps: Step[], stopAtFirst: boolean) {
  const call = `import { runSteps } from ${JSON.stringify(join(__dirname, 'steps.mjs'))};
    runSteps(${JSON.stringify(steps)}, { stopAtFirst: ${stopAtFirst} });`;
  const done = spawnSync(process.execPath, ['--input-type=module', '-e', call], { encoding: 'utf8' });
  const summary = done.stdout.trimEnd().split('\n\n').at(-1) ?? '';
  const withoutTimes = summary.replace(/\d+\.\d s/g, '… s').split('\n');
  return { status: done.status, output: done.stdout, summary: withoutTimes };
}

describe('the steps of a check', () => {
  it('passes when all pass, and a skipped one says why', () => {
    const skipped = { title: 'browser', skipped: 'no Chromium found' };
    const { status, output, summary } = run([{ title: 'one', commands: [says('hello')] }, skipped], true);
    expect(output).toContain('hello');
    expect(summary).toEqual(['one: passed, … s', 'browser: skipped, no Chromium found']);
    expect(status).toBe(0);
  });

  it('stops at the first that fails, and within it at the first command', () => {
    const bad = { title: 'bad', commands: [fails, says('never')] };
    const { status, output, summary } = run([bad, { title: 'after', commands: [says('never')] }], true);
    expect(output).not.toContain('never');
    expect(summary).toEqual(['bad: failed, … s', 'after: not run']);
    expect(status).toBe(1);
  });

  it('goes on after a failure where asked to, and fails all the same', () => {
    const steps = [
      { title: 'bad', commands: [fails] },
      { title: 'after', commands: [says('still run')] },
    ];
    const { status, output, summary } = run(steps, false);
    expect(output).toContain('still run');
    expect(summary).toEqual(['bad: failed, … s', 'after: passed, … s']);
    expect(status).toBe(1);
  });

  it('a program that does not exist is a failure', () => {
    expect(run([{ title: 'lost', commands: [['.ci/no-such-file.mjs']] }], true).status).toBe(1);
  });
});
