/**
 * What every device needs to speak to core: numbered messages that are kept until core has them, commands with answers, and a
 * client of the API for worker stations and shops.
 */
export { BackOff } from './back-off';
export { Api, ApiFault, type Answer, type ApiOptions, type SendOptions } from './api';
export type { DeviceProfile, FaultMode, MeasureProfile, ScrapProfile } from './profile';
export { PieceCounter, type Totals } from './counter';
export { CommandReader, type CommandAnswer, type CommandHandler } from './commands';
export { FactoryClock, readClock, type ClockReading } from './factory-clock';
export { FileOutbox, type Sync } from './file-outbox';
export { Link, type Committed, type Confirmation, type LinkOptions } from './link';
export { MemoryOutbox, type Outbox } from './outbox';
export { Pace, type Waiting } from './pace';
export { signedHeaders } from './signature';
export { StationDevice, type StationDeviceOptions } from './station-device';
export { Voice, newBoot, type Outgoing, type Said, type StationAddress } from './voice';
