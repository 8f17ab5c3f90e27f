import { Controller } from '@nestjs/common';
import {
  shiftRoutes,
  type InputOf,
  type Refusal,
  type ShiftException,
  type ShiftInstance,
  type ShiftPattern,
} from '@takt/contracts';
import type { Caller } from '../../platform/context';
import { Handle, In, Who } from '../../platform/http';
import { ShiftListService } from './shift-list.service';
import { ShiftService } from './shift.service';

/** Shift patterns, exceptions and shifts over HTTP. */
@Controller()
export class ShiftController {
  constructor(
    private readonly shifts: ShiftService,
    private readonly instances: ShiftListService,
  ) {}

  @Handle(shiftRoutes.patterns)
  patterns(@Who() caller: Caller): Promise<ShiftPattern[]> {
    return this.shifts.patterns(caller.plant);
  }

  @Handle(shiftRoutes.putPattern)
  putPattern(
    @In() { params, body }: InputOf<typeof shiftRoutes.putPattern>,
    @Who() caller: Caller,
  ): Promise<ShiftPattern | Refusal> {
    return this.shifts.putPattern(caller.plant, params.pattern, body);
  }

  @Handle(shiftRoutes.list)
  list(
    @In() { query }: InputOf<typeof shiftRoutes.list>,
    @Who() caller: Caller,
  ): Promise<ShiftInstance[] | Refusal> {
    return this.instances.list(caller.plant, query);
  }

  @Handle(shiftRoutes.exceptions)
  exceptions(
    @In() { query }: InputOf<typeof shiftRoutes.exceptions>,
    @Who() caller: Caller,
  ): Promise<ShiftException[] | Refusal> {
    return this.shifts.exceptions(caller.plant, query);
  }

  @Handle(shiftRoutes.addException)
  addException(
    @In() { body }: InputOf<typeof shiftRoutes.addException>,
    @Who() caller: Caller,
  ): Promise<ShiftException | Refusal> {
    return this.shifts.addException(caller.plant, body);
  }

  @Handle(shiftRoutes.removeException)
  removeException(
    @In() { params }: InputOf<typeof shiftRoutes.removeException>,
    @Who() caller: Caller,
  ): Promise<void | Refusal> {
    return this.shifts.removeException(caller.plant, params.exception);
  }
}
