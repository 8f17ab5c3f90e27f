export { isAway } from './away';
export { misfit, misfitProblem } from './misfit';
export { faultsOf } from './schema-faults';
export { ProblemException, tell } from './problem.exception';
export { redact } from './redact';
export { ProblemFilter, problemOf } from './problem.filter';
