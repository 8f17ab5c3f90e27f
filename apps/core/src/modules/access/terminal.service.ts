import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import {
  isRefusal,
  refuse,
  type Refusal,
  type Station,
  type Terminal,
  type TerminalMode,
} from '@takt/contracts';
import { Clock } from '../../platform/clock';
import { Database } from '../../platform/database';
import { PlantRepository } from '../plant';
import { AccessRepository } from './access.repository';
import { digest, randomCode } from './password';
import { SessionService } from './session.service';

const CODE_HOURS = 24;

/** What is told of a screen before it is paired. */
export interface NewTerminal {
  readonly name: string;
  readonly mode: TerminalMode;
  readonly line: string;
  readonly stations: readonly string[];
}

/** @returns `reference.unknown` · `terminal.station` when the stations of a screen are none of its line, or it has none; else null */
function checkStations(
  { name, mode, line, stations }: NewTerminal,
  known: readonly Pick<Station, 'id' | 'line'>[],
): Refusal | null {
  const own = known.filter((station) => station.line === line).map(({ id }) => id);
  const facts = { name, line, stations: own.join(', ') || '–' };
  for (const station of stations) {
    const owner = known.find(({ id }) => id === station)?.line;
    if (owner === undefined)
      return refuse('reference.unknown', { field: 'stations', kind: 'station', id: station });
    if (owner !== line) return refuse('terminal.station', { ...facts, station, owner });
  }
  return mode === 'operator' && stations.length === 0
    ? refuse('terminal.station', { ...facts, reason: 'none' })
    : null;
}

/** Floor screens. */
@Injectable()
export class TerminalService {
  constructor(
    private readonly database: Database,
    private readonly repository: AccessRepository,
    private readonly plants: PlantRepository,
    private readonly sessions: SessionService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Screens that are paired or wait for it. */
  list(plant: string): Promise<Terminal[]> {
    return this.database.read(plant, (tx) => this.repository.terminals(tx));
  }

  /** Announces a screen. The code is shown once and kept as a digest. */
  create(plant: string, screen: NewTerminal): Promise<{ terminal: Terminal; code: string } | Refusal> {
    const { name, mode, line, stations } = screen;
    return this.database.write(plant, async (tx) => {
      if (!(await this.plants.lines(tx)).some(({ id }) => id === line))
        return refuse('reference.unknown', { field: 'line', kind: 'line', id: line });
      const misplaced = checkStations(screen, await this.plants.allStations(tx));
      if (misplaced) return misplaced;
      const code = randomCode();
      const codeExpiresAt = new Date(this.clock.real() + CODE_HOURS * 3_600_000);
      const terminal = await this.repository.saveTerminal(tx, {
        plant,
        id: uuid(),
        name,
        mode,
        line,
        stations: [...stations],
        codeHash: digest(code),
        codeExpiresAt,
        pairedAt: null,
        lastSeenAt: null,
        revokedAt: null,
      });
      return { terminal, code };
    });
  }

  /** Revokes a screen: its token and every log-in on it end. */
  async revoke(plant: string, id: string): Promise<void | Refusal> {
    const done = await this.database.write(plant, async (tx) => {
      const known = (await this.repository.terminals(tx)).some((terminal) => terminal.id === id);
      if (!known) return refuse('thing.unknown', { kind: 'terminal', id });
      return this.repository.saveTerminal(tx, { plant, id, revokedAt: this.clock.date() });
    });
    if (isRefusal(done)) return done;
    await this.sessions.revoke(plant, { terminal: id });
  }
}
