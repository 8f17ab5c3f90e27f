import { Controller, Inject } from '@nestjs/common';
import {
  clockRoutes,
  lineRoutes,
  plantRoutes,
  reasonRoutes,
  stationRoutes,
  type InputOf,
  type Line,
  type Plant,
  type Reason,
  type Refusal,
  type ReplyOf,
  type Station,
} from '@takt/contracts';
import { Clock } from '../../platform/clock';
import type { Caller } from '../../platform/context';
import { Handle, In, Who } from '../../platform/http';
import { VERSION } from '../../version';
import { PlantService } from './plant.service';

/** Plants, lines, stations, reasons, and the clock over HTTP. */
@Controller()
export class PlantController {
  constructor(
    private readonly plants: PlantService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Handle(clockRoutes.read)
  readClock(): ReplyOf<typeof clockRoutes.read> {
    return { now: this.clock.iso(), rate: this.clock.rate, version: VERSION };
  }

  @Handle(plantRoutes.current)
  current(@Who() caller: Caller): Promise<Plant | Refusal> {
    return this.plants.plant(caller.plant);
  }

  @Handle(plantRoutes.list)
  async list(@Who() caller: Caller): Promise<Plant[]> {
    const all = await this.plants.plants();
    return caller.rights === 'admin' ? all : all.filter((plant) => plant.id === caller.plant);
  }

  @Handle(plantRoutes.create)
  create(
    @In() { body: { id, ...values } }: InputOf<typeof plantRoutes.create>,
    @Who() caller: Caller,
  ): Promise<Plant | Refusal> {
    return this.plants.create(id, values, caller);
  }

  @Handle(plantRoutes.update)
  update(
    @In() { params, body }: InputOf<typeof plantRoutes.update>,
    @Who() caller: Caller,
  ): Promise<Plant | Refusal> {
    return this.plants.update(caller.plant, params.plant, body);
  }

  @Handle(lineRoutes.list)
  lines(@Who() caller: Caller): Promise<Line[]> {
    return this.plants.lines(caller.plant);
  }

  @Handle(lineRoutes.put)
  putLine(
    @In() { params, body }: InputOf<typeof lineRoutes.put>,
    @Who() caller: Caller,
  ): Promise<Line | Refusal> {
    return this.plants.putLine(caller.plant, params.line, body);
  }

  @Handle(lineRoutes.remove)
  removeLine(
    @In() { params }: InputOf<typeof lineRoutes.remove>,
    @Who() caller: Caller,
  ): Promise<void | Refusal> {
    return this.plants.removeLine(caller.plant, params.line);
  }

  @Handle(stationRoutes.list)
  stations(
    @In() { query }: InputOf<typeof stationRoutes.list>,
    @Who() caller: Caller,
  ): Promise<ReplyOf<typeof stationRoutes.list>> {
    return this.plants.stationPage(caller.plant, query.filter, query);
  }

  @Handle(stationRoutes.get)
  station(
    @In() { params }: InputOf<typeof stationRoutes.get>,
    @Who() caller: Caller,
  ): Promise<Station | Refusal> {
    return this.plants.station(caller.plant, params.station);
  }

  @Handle(stationRoutes.put)
  putStation(
    @In() { params, body }: InputOf<typeof stationRoutes.put>,
    @Who() caller: Caller,
  ): Promise<Station | Refusal> {
    return this.plants.putStation(caller.plant, params.station, body);
  }

  @Handle(stationRoutes.remove)
  removeStation(
    @In() { params }: InputOf<typeof stationRoutes.remove>,
    @Who() caller: Caller,
  ): Promise<void | Refusal> {
    return this.plants.removeStation(caller.plant, params.station);
  }

  @Handle(reasonRoutes.list)
  reasons(@Who() caller: Caller): Promise<Reason[]> {
    return this.plants.reasons(caller.plant);
  }

  @Handle(reasonRoutes.put)
  putReason(
    @In() { params, body }: InputOf<typeof reasonRoutes.put>,
    @Who() caller: Caller,
  ): Promise<Reason | Refusal> {
    return this.plants.putReason(caller.plant, params.reason, body);
  }
}
