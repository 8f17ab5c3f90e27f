/**
 * `npm run schedule:show -- schedule.json [--problem problem.json] > gantt.svg`: draws a schedule. Exit code 2 = a file that
 * cannot be read.
 */
import { scheduleFile } from '../src/verify/files';
import { commandLine, readJsonFile, Refusal, runAsMain, type Command } from './command';
import { gantt } from './gantt/gantt';
import { openProblem } from './open-problem';

const usage = 'npm run schedule:show -- schedule.json [--problem problem.json] > gantt.svg';

/** Draws a schedule. */
export const showCommand: Command = (argv, output) => {
  const options = { problem: { type: 'string' } } as const;
  const { values, positionals } = commandLine(argv, { usage, files: ['schedule'], options });
  const schedule = scheduleFile.safeParse(readJsonFile(positionals[0]));
  if (!schedule.success) {
    const { path, message } = schedule.error.issues[0];
    throw new Refusal(`${positionals[0]}: ${path.join('.')}: ${message}. Maybe this is the problem file?`);
  }
  const problem = values.problem === undefined ? undefined : openProblem(values.problem);
  output.result(gantt(schedule.data, problem));
  return 0;
};

runAsMain(__filename, showCommand);
