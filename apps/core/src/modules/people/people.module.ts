import { Global, Module } from '@nestjs/common';
import { PlantModule, ShiftPatterns } from '../plant';
import { SkillRegister } from '../product';
import { AttendanceController } from './attendance.controller';
import { AttendanceEvents } from './attendance.events';
import { AttendanceJobs } from './attendance.jobs';
import { AttendanceRealtime } from './attendance.realtime';
import { AttendanceRepository } from './attendance.repository';
import { AttendanceService } from './attendance.service';
import { AttendedTime } from './attended-time';
import { BadgeService } from './badge.service';
import { ShiftBookReader } from './shift-book.reader';
import { ShiftListService } from './shift-list.service';
import { ShiftController } from './shift.controller';
import { ShiftRepository } from './shift.repository';
import { ShiftService } from './shift.service';
import { SkillRepository } from './skill.repository';
import { WorkerController } from './worker.controller';
import { WorkerRepository } from './worker.repository';
import { WorkerService } from './worker.service';

/** Workers, skills, shifts, attendance. Global because lines and routings ask it which patterns and skills there are. */
@Global()
@Module({
  imports: [PlantModule],
  controllers: [WorkerController, ShiftController, AttendanceController],
  providers: [
    WorkerRepository,
    SkillRepository,
    ShiftRepository,
    AttendanceRepository,
    WorkerService,
    ShiftService,
    ShiftListService,
    ShiftBookReader,
    AttendanceService,
    AttendedTime,
    BadgeService,
    AttendanceEvents,
    AttendanceJobs,
    AttendanceRealtime,
    { provide: SkillRegister, useExisting: SkillRepository },
    { provide: ShiftPatterns, useExisting: ShiftRepository },
  ],
  exports: [
    WorkerRepository,
    SkillRepository,
    ShiftRepository,
    ShiftBookReader,
    AttendedTime,
    SkillRegister,
    ShiftPatterns,
  ],
})
export class PeopleModule {}
