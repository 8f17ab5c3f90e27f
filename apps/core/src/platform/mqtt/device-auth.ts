/** A device that has logged in at the broker. */
export interface DeviceIdentity {
  readonly plant: string;
  readonly device: string;
  /** topics up to the station, `takt/v1/{plant}/{line}/{station}`, under which it may speak */
  readonly roots: ReadonlySet<string>;
}

/** Decides who may connect to the embedded broker. The module of access provides it. */
export abstract class DeviceAuth {
  /** @returns null when name and password do not match or the device was revoked */
  abstract authenticate(username: string, password: string): Promise<DeviceIdentity | null>;

  /** Tells when a device was revoked, so that its connection is cut. */
  abstract onRevoked(listener: (plant: string, device: string) => void): void;
}
