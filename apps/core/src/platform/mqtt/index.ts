export { DeviceAuth, type DeviceIdentity } from './device-auth';
