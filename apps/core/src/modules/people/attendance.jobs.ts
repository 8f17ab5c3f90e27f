import { Injectable, Logger } from '@nestjs/common';
import { OnJob } from '../../platform/queue';
import { AttendanceService } from './attendance.service';

/** What is done for attendance in the background. */
@Injectable()
export class AttendanceJobs {
  private readonly logger = new Logger('attendance');

  constructor(private readonly attendance: AttendanceService) {}

  @OnJob('attendance.close')
  async close(): Promise<void> {
    const count = await this.attendance.cutOff();
    if (count > 0) this.logger.log({ count }, 'presences were cut off at the end of their shift');
  }
}
