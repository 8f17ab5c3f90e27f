import { Injectable } from '@nestjs/common';
import { refuse, type Instruction, type Refusal } from '@takt/contracts';
import { plainSteps } from '@takt/production';
import { Database } from '../../platform/database';
import { MediaRepository } from '../product';
import { InstructionRepository } from './instruction.repository';
import { OperationRepository } from './operation.repository';

/** How an operation is done, as a screen shows it. */
@Injectable()
export class InstructionReader {
  constructor(
    private readonly database: Database,
    private readonly operations: OperationRepository,
    private readonly instructions: InstructionRepository,
    private readonly media: MediaRepository,
  ) {}

  /** The steps of an operation with what they show. @returns `thing.unknown`, or the instruction */
  read(plant: string, operation: string): Promise<Instruction | Refusal> {
    return this.database.read(plant, async (tx) => {
      const found = await this.operations.find(tx, operation);
      if (!found) return refuse('thing.unknown', { kind: 'operation', id: operation });
      const own = await this.instructions.steps(tx, operation);
      const steps = own.length > 0 ? own : plainSteps(found.instruction, found.instructionZh);
      const shown = await this.media.byId(
        tx,
        steps.flatMap(({ media }) => media ?? []),
      );
      return {
        operation,
        steps: steps.map(({ media, ...step }, at) => ({
          no: at + 1,
          ...step,
          media: media === null ? null : (shown.get(media) ?? null),
        })),
      };
    });
  }
}
