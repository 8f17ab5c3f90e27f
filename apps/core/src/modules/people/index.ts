import { AttendanceEntity, BadgeReadingEntity } from './attendance.entity';
import { ShiftExceptionEntity, ShiftPatternEntity } from './shift.entity';
import { SkillEntity } from './skill.entity';
import { WorkerEntity } from './worker.entity';

export { PeopleModule } from './people.module';
export { AttendedTime, type Attended, type Missing } from './attended-time';
export { ShiftBook, type Capacity, type ShiftFacts } from './shift-book';
export { ShiftBookReader } from './shift-book.reader';
export { ShiftRepository } from './shift.repository';
export { SkillRepository } from './skill.repository';
export { WorkerRepository } from './worker.repository';

/** Tables of this module. */
export const peopleEntities = [
  SkillEntity,
  WorkerEntity,
  ShiftPatternEntity,
  ShiftExceptionEntity,
  BadgeReadingEntity,
  AttendanceEntity,
] as const;
