export { isAway } from './away';
export { misfit, misfitProblem } from './misfit';
export { faultsOf } from './schema-faults';
export { ProblemException } from './problem.exception';
export { ProblemFilter, problemOf } from './problem.filter';
