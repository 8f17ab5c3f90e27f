export { isAway } from './away';
export { ProblemException } from './problem.exception';
export { ProblemFilter, problemOf } from './problem.filter';
