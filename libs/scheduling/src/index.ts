export * from './problem';
export * from './schedule';
export * from './options';
export { type Fault, type FaultCode, faultLine } from './read/fault';
export { type ProblemReading, readProblem } from './read/read-problem';
export { solve } from './solve';
