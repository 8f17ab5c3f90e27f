import { Injectable } from '@nestjs/common';
import { v5 as uuidOf } from 'uuid';
import {
  deviceMessages,
  isRefusal,
  refuse,
  type Attendance,
  type EventPayload,
  type InputOf,
  type Refusal,
  type attendanceRoutes,
} from '@takt/contracts';
import { effectiveTime } from '@takt/telemetry';
import type { Caller } from '../../platform/context';
import { Database, type Tx } from '../../platform/database';
import { PlantRepository } from '../plant';
import { AttendanceService } from './attendance.service';
import { WorkerRepository } from './worker.repository';

/** Namespace under which the key of a device message becomes the id of a reading. */
const READINGS = '8f3f6c1e-5f0f-4a9d-9a52-7d1c3f0f9b11';

type BadgeBody = InputOf<typeof attendanceRoutes.badge>['body'];
type Reported = EventPayload<'device.reported'>;

/** Takes badges from terminals, people and devices. */
@Injectable()
export class BadgeService {
  constructor(
    private readonly database: Database,
    private readonly plants: PlantRepository,
    private readonly workers: WorkerRepository,
    private readonly attendance: AttendanceService,
  ) {}

  /**
   * A badge at a terminal, or entered by a person: operators for themselves, leads and the office for anybody.
   * @returns reference.unknown, auth.forbidden, idempotency.mismatch
   */
  byCaller(caller: Caller, body: BadgeBody): Promise<Attendance | Refusal> {
    if (caller.rights === 'operator' && caller.worker !== body.worker)
      return Promise.resolve(refuse('auth.forbidden', { roles: 'lead' }));
    return this.database.write(caller.plant, async (tx) => {
      const station = body.station === undefined ? null : await this.plants.station(tx, body.station);
      if (body.station !== undefined && station === null)
        return refuse('reference.unknown', { field: 'station', kind: 'station', id: body.station });
      return this.attendance.record(tx, {
        id: body.commandId,
        worker: body.worker,
        direction: body.direction,
        at: new Date(body.at),
        station: station?.id ?? null,
        line: station?.line ?? caller.line,
        source: caller.kind === 'user' ? 'office' : 'terminal',
      });
    });
  }

  /** A badge read by a device: recorded once by the key of its message; one that nobody carries is told to the quarantine. */
  byDevice(plant: string, reported: Reported): Promise<void> {
    return this.database.write(plant, async (tx) => {
      const refusal = await this.recordReported(tx, plant, reported);
      if (refusal)
        tx.announce('device.refused', { ...reported, code: refusal.code, facts: { ...refusal.facts } });
    });
  }

  private async recordReported(tx: Tx, plant: string, reported: Reported): Promise<Refusal | null> {
    const { station, line, message, receivedAt } = reported;
    const { boot, seq, at, badge, direction } = deviceMessages.badge.parse(message);
    const worker = await this.workers.byBadge(tx, badge);
    if (!worker) return refuse('reference.unknown', { field: 'badge', kind: 'badge', id: badge });
    const received = Date.parse(receivedAt);
    const saved = await this.attendance.record(tx, {
      id: uuidOf(`${plant}/${line}/${station}/${boot}/${seq}`, READINGS),
      worker: worker.id,
      direction,
      at: new Date(effectiveTime(at, received)?.at ?? received),
      station,
      line,
      source: 'device',
    });
    return isRefusal(saved) ? saved : null;
  }
}
