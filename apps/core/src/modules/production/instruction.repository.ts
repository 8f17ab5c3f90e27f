import { Injectable } from '@nestjs/common';
import type { InstructionStep } from '@takt/contracts';
import type { Tx } from '../../platform/database';
import { OperationInstructionEntity } from './work-order.entity';

/** The steps by which an operation is done. */
export interface OperationSteps {
  readonly operation: string;
  readonly steps: readonly InstructionStep[];
}

/** How operations are done, in PostgreSQL: kept apart from the operations, which change with every report. */
@Injectable()
export class InstructionRepository {
  /** Keeps the steps of operations; those without any have no row. */
  async add(tx: Tx, instructions: readonly OperationSteps[]): Promise<void> {
    const rows = instructions.filter(({ steps }) => steps.length > 0);
    if (rows.length === 0) return;
    await tx
      .of(OperationInstructionEntity)
      .insert(rows.map(({ operation, steps }) => ({ plant: tx.plant, operation, steps: [...steps] })));
  }

  /** The steps of an operation; none when it has only a text. */
  async steps(tx: Tx, operation: string): Promise<InstructionStep[]> {
    const row = await tx.of(OperationInstructionEntity).findOneBy({ plant: tx.plant, operation });
    return row?.steps ?? [];
  }
}
