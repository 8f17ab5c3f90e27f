export { Leader, type LeaderDuty } from './leader';
