import { Module } from '@nestjs/common';
import { ChannelModule } from '../channel';
import { PerformanceModule } from '../performance';
import { PlantModule } from '../plant';
import { MailSender } from './mail-sender';
import { ReportMessages } from './report-message';
import { ReportTargets } from './report-targets';
import { SendingJobs } from './sending.jobs';
import { SendingRepository } from './sending.repository';
import { SendingService } from './sending.service';
import { SubscriptionPace } from './subscription-pace';
import { SubscriptionController } from './subscription.controller';
import { SubscriptionJobs } from './subscription.jobs';
import { SubscriptionRepository } from './subscription.repository';
import { SubscriptionService } from './subscription.service';

/** Reports of figures that are sent by themselves after each shift, day or month: by signed webhook, or by mail. */
@Module({
  imports: [PlantModule, PerformanceModule, ChannelModule],
  controllers: [SubscriptionController],
  providers: [
    ...[SubscriptionRepository, SendingRepository],
    ...[MailSender, ReportTargets, ReportMessages],
    ...[SendingService, SubscriptionPace, SubscriptionService],
    ...[SendingJobs, SubscriptionJobs],
  ],
})
export class SubscriptionModule {}
