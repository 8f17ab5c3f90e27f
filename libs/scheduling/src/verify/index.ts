/** The independent checker of schedules: what `npm run schedule:verify` and the tests of the engine hold against its results. */
export { claimed } from './claimed';
export type { Placement, ProblemInput, ScheduleInput, Term } from './files';
export type { Terms } from './terms';
export { verify, type Verdict } from './verify';
export type { Rule, Violation } from './violation';
