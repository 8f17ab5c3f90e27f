import type { Caller } from '../context';

/** A token that was accepted. */
export interface AcceptedToken {
  readonly caller: Caller;
  /** real time, epoch ms */
  readonly expiresAt: number;
}

/** Decides what a bearer token is worth, for requests and sockets. The module of access provides it. */
export abstract class TokenAuth {
  /** @returns null when the token is missing, foreign, expired or revoked */
  abstract authenticate(token: string | undefined): Promise<AcceptedToken | null>;
}

/** What a signed message of a shop consists of. */
export interface SignedMessage {
  readonly channel: string;
  readonly signature: string | undefined;
  readonly timestamp: string | undefined;
  readonly rawBody: Buffer;
}

/** Decides whether a message of a shop is genuine. The module of channels provides it. */
export abstract class ChannelAuth {
  /** @throws {ProblemException} channel.signature, channel.expired */
  abstract authenticate(message: SignedMessage): Promise<Caller>;
}
