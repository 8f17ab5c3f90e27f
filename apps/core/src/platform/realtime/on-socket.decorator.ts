import { SetMetadata } from '@nestjs/common';
import type { ClientEvent, ClientEventName } from '@takt/contracts';
import type { Caller } from '../context';

/** Metadata key of handlers of client events. */
export const SOCKET = 'takt:socket';

type SocketHandler<N extends ClientEventName> = (payload: ClientEvent<N>, caller: Caller) => Promise<unknown>;

/** Makes a method the one handler of an event that clients send. A refusal is answered as a problem. */
export function OnSocket<N extends ClientEventName>(name: N) {
  return <T extends SocketHandler<N>>(
    target: object,
    key: string | symbol,
    descriptor: TypedPropertyDescriptor<T>,
  ): void => {
    SetMetadata(SOCKET, name)(target, key, descriptor as PropertyDescriptor);
  };
}
