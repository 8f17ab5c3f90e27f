import { Injectable } from '@nestjs/common';
import { isRefusal, type NewReport, type Refusal, type ReplyOf, type reportRoutes } from '@takt/contracts';
import type { Caller } from '../../platform/context';
import { Database, type Tx } from '../../platform/database';
import type { PageRequest } from '../../platform/http';
import { OperationViewRepository } from './operation-view.repository';
import { originOf, type ReportOrigin } from './report-origin';
import { ReportListRepository, reportView, type ReportFilter } from './report-list.repository';
import { ReportRecorder } from './report-recorder';
import { ReportReversal, type ReversalCommand } from './report-reversal';
import type { KeptReportState } from './report.repository';

type Reply = ReplyOf<typeof reportRoutes.create>;

/** Reports of people, terminals and devices. */
@Injectable()
export class ReportService {
  constructor(
    private readonly database: Database,
    private readonly recorder: ReportRecorder,
    private readonly reversal: ReportReversal,
    private readonly lists: ReportListRepository,
    private readonly views: OperationViewRepository,
  ) {}

  /** Records a report of a caller. */
  async create(caller: Caller, report: NewReport): Promise<Reply | Refusal> {
    const origin = originOf(caller, report.source);
    return isRefusal(origin) ? origin : this.record(caller.plant, report, origin);
  }

  /** Records a report; a command that comes twice is recorded once and answered alike. */
  record(plant: string, report: NewReport, origin: ReportOrigin): Promise<Reply | Refusal> {
    return this.database.write(plant, async (tx) =>
      this.reply(tx, await this.recorder.record(tx, report, origin)),
    );
  }

  /** Takes a report back. */
  async reverse(caller: Caller, command: ReversalCommand): Promise<Reply | Refusal> {
    const origin = originOf(caller);
    if (isRefusal(origin)) return origin;
    return this.database.write(caller.plant, async (tx) =>
      this.reply(tx, await this.reversal.reverse(tx, command, origin)),
    );
  }

  /** One page of reports. */
  page(plant: string, filter: ReportFilter, page: PageRequest): Promise<ReplyOf<typeof reportRoutes.list>> {
    return this.database.read(plant, (tx) => this.lists.page(tx, filter, page));
  }

  private async reply(tx: Tx, kept: KeptReportState | Refusal): Promise<Reply | Refusal> {
    if (isRefusal(kept)) return kept;
    const operation = await this.views.find(tx, kept.operation);
    if (!operation) throw new Error(`operation ${kept.operation} of a report is gone`);
    return { report: reportView(kept), operation };
  }
}
