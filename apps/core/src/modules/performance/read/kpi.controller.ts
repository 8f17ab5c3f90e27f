import { Controller, Header } from '@nestjs/common';
import {
  kpiRoutes,
  type InputOf,
  type KpiAnnotation,
  type KpiTarget,
  type Refusal,
  type ReplyOf,
} from '@takt/contracts';
import { KPIS } from '@takt/kpi';
import type { Caller } from '../../../platform/context';
import { Handle, In, Who } from '../../../platform/http';
import { KpiService } from './kpi.service';

type Routes = typeof kpiRoutes;
type Input<N extends keyof Routes> = InputOf<Routes[N]>;
type Answer<N extends keyof Routes> = Promise<ReplyOf<Routes[N]> | Refusal>;

/** Figures over HTTP. Paths with a name come before those with an id. */
@Controller()
export class KpiController {
  constructor(private readonly kpis: KpiService) {}

  @Handle(kpiRoutes.definitions)
  definitions(): ReplyOf<Routes['definitions']> {
    return KPIS.map(({ definition }) => definition);
  }

  @Handle(kpiRoutes.headline)
  headline(@In() { query }: Input<'headline'>, @Who() caller: Caller): Answer<'headline'> {
    return this.kpis.headline(caller.plant, query);
  }

  @Handle(kpiRoutes.targets)
  targets(@Who() caller: Caller): Promise<KpiTarget[]> {
    return this.kpis.allTargets(caller.plant);
  }

  @Handle(kpiRoutes.annotations)
  annotations(
    @In() { query }: Input<'annotations'>,
    @Who() caller: Caller,
  ): Promise<KpiAnnotation[] | Refusal> {
    return this.kpis.annotations(caller.plant, query);
  }

  @Handle(kpiRoutes.annotate)
  annotate(@In() { body }: Input<'annotate'>, @Who() caller: Caller): Promise<KpiAnnotation | Refusal> {
    return this.kpis.annotate(caller, body);
  }

  @Handle(kpiRoutes.removeAnnotation)
  removeAnnotation(
    @In() { params }: Input<'removeAnnotation'>,
    @Who() caller: Caller,
  ): Promise<void | Refusal> {
    return this.kpis.removeAnnotation(caller, params.annotation);
  }

  @Handle(kpiRoutes.value)
  value(@In() { params, query }: Input<'value'>, @Who() caller: Caller): Answer<'value'> {
    return this.kpis.value(caller.plant, params.kpi, query);
  }

  @Handle(kpiRoutes.export)
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="kpi.csv"')
  export(@In() { params, query }: Input<'export'>, @Who() caller: Caller): Answer<'export'> {
    return this.kpis.csv(caller.plant, params.kpi, query);
  }

  @Handle(kpiRoutes.facts)
  facts(@In() { params, query }: Input<'facts'>, @Who() caller: Caller): Answer<'facts'> {
    return this.kpis.facts(caller.plant, params.kpi, query);
  }

  @Handle(kpiRoutes.distribution)
  distribution(
    @In() { params, query }: Input<'distribution'>,
    @Who() caller: Caller,
  ): Answer<'distribution'> {
    return this.kpis.distribution(caller.plant, params.kpi, query);
  }

  @Handle(kpiRoutes.restatements)
  restatements(
    @In() { params, query }: Input<'restatements'>,
    @Who() caller: Caller,
  ): Answer<'restatements'> {
    return this.kpis.restatements(caller.plant, params.kpi, query);
  }

  @Handle(kpiRoutes.setTarget)
  setTarget(@In() { params, body }: Input<'setTarget'>, @Who() caller: Caller): Promise<KpiTarget | Refusal> {
    return this.kpis.setTarget(caller, params.kpi, body.value);
  }

  @Handle(kpiRoutes.removeTarget)
  removeTarget(@In() { params }: Input<'removeTarget'>, @Who() caller: Caller): Promise<void | Refusal> {
    return this.kpis.removeTarget(caller, params.kpi);
  }
}
