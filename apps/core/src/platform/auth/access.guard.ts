import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { SIGNATURE_HEADER, TIMESTAMP_HEADER, type Route } from '@takt/contracts';
import { ProblemException } from '../errors';
import { ROUTE, type TaktRequest } from '../http/route.decorator';
import { ChannelAuth, TokenAuth } from './token-auth';

/** Lets a request pass when its route allows the caller. Handlers without a route of the contract are refused. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly tokens: TokenAuth,
    private readonly channels: ChannelAuth,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const route = this.reflector.get<Route | undefined>(ROUTE, context.getHandler());
    const request = context.switchToHttp().getRequest<Request & TaktRequest>();
    if (!route) throw new ProblemException('request.not-found', { path: request.path });
    if (route.access === 'public') {
      request.taktCaller = null;
      return true;
    }
    if (route.access.includes('channel')) {
      request.taktCaller = await this.channels.authenticate({
        channel: String(request.params['channel'] ?? ''),
        signature: request.header(SIGNATURE_HEADER),
        timestamp: request.header(TIMESTAMP_HEADER),
        rawBody: request.rawBody ?? Buffer.alloc(0),
      });
      return true;
    }
    const header = request.header('authorization');
    if (header === undefined) throw new ProblemException('auth.missing');
    const accepted = await this.tokens.authenticate(/^Bearer (\S+)$/.exec(header)?.[1]);
    if (!accepted) throw new ProblemException('auth.invalid');
    if (!route.access.includes(accepted.caller.rights))
      throw new ProblemException('auth.forbidden', { roles: route.access.join(', ') });
    request.taktCaller = accepted.caller;
    return true;
  }
}
