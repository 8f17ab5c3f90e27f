import { ImportFileEntity } from './import.entity';

export { ImportModule } from './import.module';

/** Tables of this module. */
export const importEntities = [ImportFileEntity] as const;
