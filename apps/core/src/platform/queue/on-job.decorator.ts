import { SetMetadata } from '@nestjs/common';
import type { JobName, JobPayload } from '@takt/contracts';

/** Metadata key under which a method carries the job it handles. */
export const JOB = 'takt:job';

type Handler<N extends JobName> = (payload: JobPayload<N>) => Promise<void>;

/** Makes a method the one handler of a job or tick. Core refuses to boot when a job has none, or two. */
export function OnJob<N extends JobName>(name: N) {
  return <T extends Handler<N>>(
    target: object,
    key: string | symbol,
    descriptor: TypedPropertyDescriptor<T>,
  ): void => {
    SetMetadata(JOB, name)(target, key, descriptor as PropertyDescriptor);
  };
}
