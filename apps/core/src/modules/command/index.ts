import { DeviceCommandEntity } from './command.entity';

export { CommandModule } from './command.module';

/** Tables of this module. */
export const commandEntities = [DeviceCommandEntity] as const;
