import { Controller, StreamableFile } from '@nestjs/common';
import { isRefusal, traceRoutes, type InputOf, type Refusal, type ReplyOf } from '@takt/contracts';
import { currentContext, type Caller } from '../../platform/context';
import { Handle, In, Who } from '../../platform/http';
import { PlantService } from '../plant';
import { recallSheet } from './recall-sheet';
import { TraceService } from './trace.service';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Where something came from, and who got it, over HTTP. */
@Controller()
export class TraceController {
  constructor(
    private readonly traces: TraceService,
    private readonly plants: PlantService,
  ) {}

  @Handle(traceRoutes.trace)
  trace(
    @In() input: InputOf<typeof traceRoutes.trace>,
    @Who() caller: Caller,
  ): Promise<ReplyOf<typeof traceRoutes.trace> | Refusal> {
    return this.traces.trace(caller.plant, input);
  }

  @Handle(traceRoutes.recall)
  recall(
    @In() { query }: InputOf<typeof traceRoutes.recall>,
    @Who() caller: Caller,
  ): Promise<ReplyOf<typeof traceRoutes.recall> | Refusal> {
    return this.traces.recall(caller.plant, query.lots);
  }

  @Handle(traceRoutes.recallSheet)
  async recallSheet(
    @In() { query }: InputOf<typeof traceRoutes.recallSheet>,
    @Who() caller: Caller,
  ): Promise<StreamableFile | Refusal> {
    const recall = await this.traces.recall(caller.plant, query.lots);
    if (isRefusal(recall)) return recall;
    const plant = (await this.plants.plants()).find(({ id }) => id === caller.plant);
    const language = currentContext()?.language ?? 'en';
    return new StreamableFile(await recallSheet(recall, language, plant?.timeZone ?? 'UTC'), {
      type: XLSX,
      disposition: `attachment; filename="recall.xlsx"`,
    });
  }
}
