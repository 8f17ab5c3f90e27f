import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { Measured, MeasureOrder, NotMeasured } from './measure-process';

/** Solves and verifies one instance. */
export type Measure = (order: MeasureOrder) => Promise<Measured | NotMeasured>;

/** Measures in a process of its own; a crash is told, not thrown. */
export function measureInProcess(order: MeasureOrder): ReturnType<Measure> {
  return new Promise((resolve) => {
    const child = fork(join(__dirname, 'measure-process.js'), { serialization: 'advanced' });
    child.once('message', (answer: Measured | NotMeasured) => resolve(answer));
    child.once('error', (fault) => resolve({ refused: fault.message }));
    child.once('exit', (code, signal) =>
      resolve({ refused: `the process ended with ${signal ?? `code ${code}`}` }),
    );
    child.send(order);
  });
}
