export { DeviceAuth, type DeviceIdentity } from './device-auth';
export {
  MessageSource,
  type BrokerPorts,
  type Envelope,
  type Intake,
  type PublishOptions,
  type Settle,
} from './message-source';
export { EmbeddedSource } from './embedded-source';
export { ExternalSource } from './external-source';
