import { Controller } from '@nestjs/common';
import { attendanceRoutes, type Attendance, type InputOf, type Refusal } from '@takt/contracts';
import type { Caller } from '../../platform/context';
import { Handle, In, Who } from '../../platform/http';
import { AttendanceService } from './attendance.service';
import { BadgeService } from './badge.service';

/** Attendance over HTTP. */
@Controller()
export class AttendanceController {
  constructor(
    private readonly attendance: AttendanceService,
    private readonly badges: BadgeService,
  ) {}

  @Handle(attendanceRoutes.list)
  list(
    @In() { query }: InputOf<typeof attendanceRoutes.list>,
    @Who() caller: Caller,
  ): Promise<Attendance[] | Refusal> {
    return this.attendance.list(caller.plant, query);
  }

  @Handle(attendanceRoutes.present)
  present(@Who() caller: Caller): Promise<Attendance[]> {
    return this.attendance.present(caller.plant);
  }

  @Handle(attendanceRoutes.badge)
  badge(
    @In() { body }: InputOf<typeof attendanceRoutes.badge>,
    @Who() caller: Caller,
  ): Promise<Attendance | Refusal> {
    return this.badges.byCaller(caller, body);
  }
}
