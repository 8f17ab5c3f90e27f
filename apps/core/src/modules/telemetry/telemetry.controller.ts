import { Controller } from '@nestjs/common';
import {
  telemetryRoutes,
  type InputOf,
  type QuarantineEntry,
  type Refusal,
  type ReplyOf,
  type StateInterval,
  type StationLive,
  type Stop,
  type Watermark,
} from '@takt/contracts';
import type { Caller } from '../../platform/context';
import { misfitProblem } from '../../platform/errors';
import { Handle, In, Who } from '../../platform/http';
import { LiveService } from './live.service';
import { MeasureService } from './measure.service';
import { QuarantineService } from './quarantine.service';
import { StopService } from './stop.service';

/** The one instant of a filter; null when it is not given. */
function instantIn(values: readonly string[] | undefined, field: string): Date | null {
  const [text] = values ?? [];
  if (text === undefined) return null;
  const date = new Date(text);
  if (!Number.isNaN(date.getTime()) && /^\d{4}-\d{2}-\d{2}/.test(text)) return date;
  throw misfitProblem(`query.filter.${field}`, 'an instant such as 2026-01-05T06:00:00Z', text);
}

/** Stations as they are, their past, their stops, and messages that were not accepted, over HTTP. */
@Controller()
export class TelemetryController {
  constructor(
    private readonly lives: LiveService,
    private readonly measured: MeasureService,
    private readonly stopped: StopService,
    private readonly refused: QuarantineService,
  ) {}

  @Handle(telemetryRoutes.live)
  live(@In() { query }: InputOf<typeof telemetryRoutes.live>, @Who() caller: Caller): Promise<StationLive[]> {
    return this.lives.live(caller.plant, query.line);
  }

  @Handle(telemetryRoutes.states)
  states(
    @In() { params, query }: InputOf<typeof telemetryRoutes.states>,
    @Who() caller: Caller,
  ): Promise<StateInterval[] | Refusal> {
    return this.lives.states(caller.plant, params.station, query);
  }

  @Handle(telemetryRoutes.measures)
  measures(
    @In() { params, query }: InputOf<typeof telemetryRoutes.measures>,
    @Who() caller: Caller,
  ): Promise<ReplyOf<typeof telemetryRoutes.measures> | Refusal> {
    return this.measured.list(caller.plant, params.station, query);
  }

  @Handle(telemetryRoutes.stops)
  stops(
    @In() { query }: InputOf<typeof telemetryRoutes.stops>,
    @Who() caller: Caller,
  ): Promise<ReplyOf<typeof telemetryRoutes.stops>> {
    const { from, to, ...filter } = query.filter;
    const span = { from: instantIn(from, 'from'), to: instantIn(to, 'to') };
    return this.stopped.page(caller.plant, { ...filter, ...span }, query);
  }

  @Handle(telemetryRoutes.explainStop)
  explainStop(
    @In() { params, body }: InputOf<typeof telemetryRoutes.explainStop>,
    @Who() caller: Caller,
  ): Promise<Stop | Refusal> {
    return this.stopped.explain(caller, params.stop, body);
  }

  @Handle(telemetryRoutes.quarantine)
  quarantine(
    @In() { query }: InputOf<typeof telemetryRoutes.quarantine>,
    @Who() caller: Caller,
  ): Promise<ReplyOf<typeof telemetryRoutes.quarantine>> {
    return this.refused.page(caller.plant, query.filter, query);
  }

  @Handle(telemetryRoutes.resolveQuarantine)
  resolveQuarantine(
    @In() { params, body }: InputOf<typeof telemetryRoutes.resolveQuarantine>,
    @Who() caller: Caller,
  ): Promise<QuarantineEntry | Refusal> {
    return this.refused.resolve(caller.plant, params.entry, body.action);
  }

  @Handle(telemetryRoutes.watermarks)
  watermarks(
    @In() { query }: InputOf<typeof telemetryRoutes.watermarks>,
    @Who() caller: Caller,
  ): Promise<Watermark[]> {
    return this.lives.watermarks(caller.plant, query.station);
  }
}
