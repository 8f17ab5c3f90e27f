import { Controller } from '@nestjs/common';
import { materialRoutes, type InputOf, type Refusal, type WorkOrderMaterials } from '@takt/contracts';
import type { Caller } from '../../platform/context';
import { Handle, In, Who } from '../../platform/http';
import { MaterialOverrideService } from './material-override.service';

/** Components of work orders over HTTP. */
@Controller()
export class MaterialController {
  constructor(private readonly materials: MaterialOverrideService) {}

  @Handle(materialRoutes.get)
  get(
    @In() { params }: InputOf<typeof materialRoutes.get>,
    @Who() caller: Caller,
  ): Promise<WorkOrderMaterials | Refusal> {
    return this.materials.get(caller.plant, params.workOrder);
  }

  @Handle(materialRoutes.put)
  put(
    @In() input: InputOf<typeof materialRoutes.put>,
    @Who() caller: Caller,
  ): Promise<WorkOrderMaterials | Refusal> {
    return this.materials.put(caller, input);
  }
}
