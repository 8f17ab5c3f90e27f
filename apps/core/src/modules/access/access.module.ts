import { createSecretKey } from 'node:crypto';
import { Global, Module } from '@nestjs/common';
import { JwtModule } from '@nestjs/jwt';
import { TokenAuth } from '../../platform/auth';
import { SIGNING_SECRET } from '../../platform/embedded';
import { DeviceAuth } from '../../platform/mqtt';
import { PeopleModule } from '../people';
import { PlantFounder, PlantModule } from '../plant';
import { AccessController } from './access.controller';
import { AccessJobs } from './access.jobs';
import { AccessRepository } from './access.repository';
import { AuditController } from './audit.controller';
import { AuthService } from './auth.service';
import { BrokerFiles } from './broker-files';
import { DeviceRepository } from './device.repository';
import { DeviceService } from './device.service';
import { FirstStart } from './first-start';
import { Lockout } from './lockout';
import { PlantAdmission } from './plant-admission';
import { SessionFactsReader } from './session-facts';
import { SessionService } from './session.service';
import { TerminalService } from './terminal.service';
import { UserService } from './user.service';

/** Users, roles, log-ins, floor screens, devices, audit. Global because it decides who may do what, everywhere. */
@Global()
@Module({
  imports: [
    PlantModule,
    PeopleModule,
    JwtModule.registerAsync({
      inject: [SIGNING_SECRET],
      useFactory: (secret: string) => ({
        // A key and not its text: of a text every check would try first whether it is a public key.
        secret: createSecretKey(secret, 'utf8'),
        signOptions: { algorithm: 'HS256', issuer: 'takt' },
        verifyOptions: { algorithms: ['HS256'], issuer: 'takt' },
      }),
    }),
  ],
  controllers: [AccessController, AuditController],
  providers: [
    AccessRepository,
    DeviceRepository,
    SessionFactsReader,
    SessionService,
    AuthService,
    UserService,
    TerminalService,
    DeviceService,
    Lockout,
    FirstStart,
    AccessJobs,
    PlantAdmission,
    { provide: PlantFounder, useExisting: PlantAdmission },
    BrokerFiles,
    { provide: TokenAuth, useExisting: SessionService },
    { provide: DeviceAuth, useExisting: DeviceService },
  ],
  exports: [PlantFounder, TokenAuth, DeviceAuth, DeviceService, FirstStart, UserService],
})
export class AccessModule {}
