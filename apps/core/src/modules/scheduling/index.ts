import { NoticeEntity } from './notice.entity';
import {
  ReplanRequestEntity,
  ReplanRunEntity,
  ScheduleEntryEntity,
  ScheduleHeadEntity,
  ScheduleVersionEntity,
  ShiftBaselineEntity,
} from './schedule.entity';

export { SchedulingModule } from './scheduling.module';
export { NoticeRepository } from './notice.repository';
export { NoticeService } from './notice.service';
export { ReplanQueueRepository } from './replan-queue.repository';
export { ScheduleRepository, type StoredEntry } from './schedule.repository';

/** Tables of this module. */
export const schedulingEntities = [
  ScheduleHeadEntity,
  ScheduleVersionEntity,
  ScheduleEntryEntity,
  ReplanRequestEntity,
  ReplanRunEntity,
  ShiftBaselineEntity,
  NoticeEntity,
] as const;
