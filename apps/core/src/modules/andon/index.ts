import { AndonCallEntity } from './andon-call.entity';

export { AndonModule } from './andon.module';
export { AndonCallRepository } from './andon-call.repository';
export { AndonCallService } from './andon-call.service';

/** Tables of this module. */
export const andonEntities = [AndonCallEntity] as const;
