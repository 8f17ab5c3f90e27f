import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A person who may log in. */
@Entity({ name: 'app_user' })
@ForeignKey('plant', ['plant'], ['plant'])
@ForeignKey('worker', ['plant', 'worker'], ['plant', 'id'])
@Index(['plant', 'login'], { unique: true })
@Index(['login'])
export class UserEntity {
  @PrimaryColumn('text')
  plant!: string;
  @PrimaryColumn('uuid')
  id!: string;
  @Column('text')
  login!: string;
  @Column('text')
  name!: string;
  @Column('text')
  language!: string;
  @Column('text')
  role!: string;
  @Column('text', { nullable: true })
  worker!: string | null;
  @Column('text', { nullable: true })
  passwordHash!: string | null;
  @Column('boolean')
  active!: boolean;
  @Column('int')
  revision!: number;
}

/** PIN of a worker. */
@Entity({ name: 'worker_pin' })
@ForeignKey('worker', ['plant', 'worker'], ['plant', 'id'], { onDelete: 'CASCADE' })
export class PinEntity {
  @PrimaryColumn('text')
  plant!: string;
  @PrimaryColumn('text')
  worker!: string;
  @Column('text')
  pinHash!: string;
}

/** A floor screen. */
@Entity({ name: 'terminal' })
@ForeignKey('line', ['plant', 'line'], ['plant', 'id'])
@Index(['codeHash'])
export class TerminalEntity {
  @PrimaryColumn('text')
  plant!: string;
  @PrimaryColumn('uuid')
  id!: string;
  @Column('text')
  name!: string;
  @Column('text')
  mode!: string;
  @Column('text')
  line!: string;
  @Column('text', { array: true })
  stations!: string[];
  /** SHA-256 of the pairing code until it is used */
  @Column('text', { nullable: true })
  codeHash!: string | null;
  @Column('timestamptz', { nullable: true })
  codeExpiresAt!: Date | null;
  @Column('timestamptz', { nullable: true })
  pairedAt!: Date | null;
  @Column('timestamptz', { nullable: true })
  lastSeenAt!: Date | null;
  @Column('timestamptz', { nullable: true })
  revokedAt!: Date | null;
}

/** A log-in: what a token stands for. */
@Entity({ name: 'session' })
@ForeignKey('plant', ['plant'], ['plant'])
@Index(['plant', 'user'])
@Index(['plant', 'worker'])
@Index(['plant', 'terminal'])
export class SessionEntity {
  @PrimaryColumn('text')
  plant!: string;
  @PrimaryColumn('uuid')
  id!: string;
  @Column('text')
  kind!: string;
  @Column('uuid', { nullable: true })
  user!: string | null;
  @Column('text', { nullable: true })
  worker!: string | null;
  @Column('uuid', { nullable: true })
  terminal!: string | null;
  /** real time: log-ins do not run at the rate of the factory */
  @Column('timestamptz')
  createdAt!: Date;
  @Column('timestamptz')
  expiresAt!: Date;
  @Column('timestamptz', { nullable: true })
  revokedAt!: Date | null;
}

/** Failed attempts to log in, by what was tried and from where. */
@Entity({ name: 'login_attempt' })
export class AttemptEntity {
  @PrimaryColumn('text')
  plant!: string;
  @PrimaryColumn('text')
  subject!: string;
  @Column('int')
  failures!: number;
  @Column('timestamptz')
  lastAt!: Date;
  @Column('timestamptz', { nullable: true })
  lockedUntil!: Date | null;
}

/** An MQTT device. */
@Entity({ name: 'device' })
@ForeignKey('plant', ['plant'], ['plant'])
export class DeviceEntity {
  @PrimaryColumn('text')
  plant!: string;
  @PrimaryColumn('text')
  id!: string;
  @Column('text')
  name!: string;
  @Column('text')
  kind!: string;
  @Column('text', { array: true })
  stations!: string[];
  /** in the format of mosquitto's password file: `$7$iterations$salt$hash` */
  @Column('text')
  passwordHash!: string;
  @Column('timestamptz', { nullable: true })
  revokedAt!: Date | null;
}
