import {
  AttemptEntity,
  DeviceEntity,
  PinEntity,
  SessionEntity,
  TerminalEntity,
  UserEntity,
} from './access.entity';

export { AccessModule } from './access.module';
export { DeviceService, type DeviceLife } from './device.service';
export { FirstStart, type FirstLogin } from './first-start';
export { UserService } from './user.service';

/** Tables of this module. */
export const accessEntities = [
  UserEntity,
  PinEntity,
  TerminalEntity,
  SessionEntity,
  AttemptEntity,
  DeviceEntity,
] as const;
