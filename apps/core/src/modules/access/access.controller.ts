import { Controller } from '@nestjs/common';
import {
  authRoutes,
  deviceRoutes,
  refuse,
  terminalRoutes,
  userRoutes,
  type Device,
  type InputOf,
  type Refusal,
  type ReplyOf,
  type Session,
  type Terminal,
  type Token,
  type User,
  type UserName,
} from '@takt/contracts';
import type { Caller } from '../../platform/context';
import { Handle, In, Who } from '../../platform/http';
import { AuthService } from './auth.service';
import { DeviceService } from './device.service';
import { SessionService } from './session.service';
import { TerminalService } from './terminal.service';
import { UserService } from './user.service';

/** Log-in, users, floor screens and devices over HTTP. */
@Controller()
export class AccessController {
  constructor(
    private readonly auth: AuthService,
    private readonly sessions: SessionService,
    private readonly people: UserService,
    private readonly screens: TerminalService,
    private readonly machines: DeviceService,
  ) {}

  @Handle(authRoutes.login)
  login(@In() { body }: InputOf<typeof authRoutes.login>): Promise<Token | Refusal> {
    return this.auth.login(body.login, body.password, body.plant);
  }

  @Handle(authRoutes.badge)
  badge(@In() { body }: InputOf<typeof authRoutes.badge>, @Who() caller: Caller): Promise<Token | Refusal> {
    return this.auth.badge(caller, body.badge);
  }

  @Handle(authRoutes.pin)
  pin(@In() { body }: InputOf<typeof authRoutes.pin>, @Who() caller: Caller): Promise<Token | Refusal> {
    return this.auth.pin(caller, body.worker, body.pin);
  }

  @Handle(authRoutes.pair)
  pair(@In() { body }: InputOf<typeof authRoutes.pair>): Promise<Token | Refusal> {
    return this.auth.pair(body.code, body.name);
  }

  @Handle(authRoutes.session)
  async session(@Who() caller: Caller): Promise<Session | Refusal> {
    return (await this.sessions.session(caller)) ?? refuse('auth.invalid');
  }

  @Handle(authRoutes.logout)
  logout(@Who() caller: Caller): Promise<void> {
    return this.sessions.revoke(caller.plant, { id: caller.session ?? '' });
  }

  @Handle(userRoutes.list)
  users(@Who() caller: Caller): Promise<User[]> {
    return this.people.list(caller.plant);
  }

  @Handle(userRoutes.names)
  userNames(@Who() caller: Caller): Promise<UserName[]> {
    return this.people.names(caller.plant);
  }

  @Handle(userRoutes.create)
  createUser(
    @In() { body }: InputOf<typeof userRoutes.create>,
    @Who() caller: Caller,
  ): Promise<User | Refusal> {
    return this.people.create(caller.plant, body);
  }

  @Handle(userRoutes.update)
  updateUser(
    @In() { params, body }: InputOf<typeof userRoutes.update>,
    @Who() caller: Caller,
  ): Promise<User | Refusal> {
    return this.people.update(caller.plant, params.user, body);
  }

  @Handle(userRoutes.password)
  changePassword(
    @In() { body }: InputOf<typeof userRoutes.password>,
    @Who() caller: Caller,
  ): Promise<void | Refusal> {
    return this.people.changePassword(caller, body.current, body.next);
  }

  @Handle(userRoutes.setPin)
  setPin(
    @In() { params, body }: InputOf<typeof userRoutes.setPin>,
    @Who() caller: Caller,
  ): Promise<void | Refusal> {
    return this.people.setPin(caller.plant, params.worker, body.pin);
  }

  @Handle(terminalRoutes.list)
  terminals(@Who() caller: Caller): Promise<Terminal[]> {
    return this.screens.list(caller.plant);
  }

  @Handle(terminalRoutes.create)
  createTerminal(
    @In() { body }: InputOf<typeof terminalRoutes.create>,
    @Who() caller: Caller,
  ): Promise<ReplyOf<typeof terminalRoutes.create> | Refusal> {
    return this.screens.create(caller.plant, body);
  }

  @Handle(terminalRoutes.revoke)
  revokeTerminal(
    @In() { params }: InputOf<typeof terminalRoutes.revoke>,
    @Who() caller: Caller,
  ): Promise<void | Refusal> {
    return this.screens.revoke(caller.plant, params.terminal);
  }

  @Handle(deviceRoutes.list)
  devices(@Who() caller: Caller): Promise<Device[]> {
    return this.machines.list(caller.plant);
  }

  @Handle(deviceRoutes.create)
  createDevice(
    @In() { body }: InputOf<typeof deviceRoutes.create>,
    @Who() caller: Caller,
  ): Promise<ReplyOf<typeof deviceRoutes.create> | Refusal> {
    return this.machines.create(caller.plant, body);
  }

  @Handle(deviceRoutes.revoke)
  revokeDevice(
    @In() { params }: InputOf<typeof deviceRoutes.revoke>,
    @Who() caller: Caller,
  ): Promise<void | Refusal> {
    return this.machines.revoke(caller.plant, params.device);
  }

  @Handle(deviceRoutes.broker)
  brokerFiles(@Who() caller: Caller): Promise<ReplyOf<typeof deviceRoutes.broker>> {
    return this.machines.brokerFiles(caller.plant);
  }
}
