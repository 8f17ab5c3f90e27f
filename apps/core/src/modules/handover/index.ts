import { HandoverEntity } from './handover.entity';

export { HandoverModule } from './handover.module';

/** Tables of this module. */
export const handoverEntities = [HandoverEntity] as const;
