export { Ending, Interrupted } from './ending';
export { Jobs, type EnqueueOptions, type QueueCount } from './jobs';
export { OnJob } from './on-job.decorator';
export { Ticker } from './ticker';
