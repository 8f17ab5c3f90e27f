import { Inject, Injectable } from '@nestjs/common';
import { isRefusal, refuse, type AndonCall, type AndonKind, type Refusal } from '@takt/contracts';
import { decideAndonStep, escalationOf, type AndonFacts, type AndonVerb } from '@takt/production';
import { Clock } from '../../platform/clock';
import type { Caller } from '../../platform/context';
import { Database, type Tx } from '../../platform/database';
import type { PageRequest } from '../../platform/http';
import { PlantRepository } from '../plant';
import type { AndonCallEntity } from './andon-call.entity';
import { AndonCallRepository, callOf, type AndonFilter } from './andon-call.repository';

/** A call as it is raised. */
export interface NewCall {
  readonly id: string;
  readonly station: string;
  readonly kind: AndonKind;
  readonly worker?: string | null | undefined;
  readonly note?: string | undefined;
  /** the same in Chinese, where core says it */
  readonly noteZh?: string | undefined;
  /** epoch ms */
  readonly at: number;
}

/** Somebody answers or resolves. */
export interface CallStep {
  readonly step: AndonVerb;
  readonly by: string | null;
  readonly note?: string | undefined;
  /** epoch ms */
  readonly at: number;
}

/** Longer notes are read by nobody. */
const NOTE_MAX = 4000;

/** What is said of a call: by a person in one language, by core in two. */
type Words = Pick<NewCall, 'note' | 'noteZh'>;

function withNote({ note: before, noteZh: beforeZh }: AndonCallEntity, { note = '', noteZh }: Words) {
  const both = (first: string, second: string) => [first, second].filter((text) => text !== '').join('\n');
  const inTwo = beforeZh !== null || noteZh !== undefined;
  return {
    note: both(before, note),
    noteZh: inTwo ? both(beforeZh ?? before, noteZh ?? note) : null,
  };
}

const date = (ms: number | null): Date | null => (ms === null ? null : new Date(ms));

function factsOf(row: AndonCallEntity): AndonFacts {
  const { id, answeredBy, resolvedBy, escalation } = row;
  return {
    id,
    status: row.status as AndonFacts['status'],
    raisedAt: row.raisedAt.getTime(),
    answeredAt: row.answeredAt?.getTime() ?? null,
    answeredBy,
    resolvedAt: row.resolvedAt?.getTime() ?? null,
    resolvedBy,
    escalation,
  };
}

/** Calls for help: raised once, answered, resolved, passed on while nobody answers. */
@Injectable()
export class AndonCallService {
  constructor(
    private readonly database: Database,
    private readonly repository: AndonCallRepository,
    private readonly plants: PlantRepository,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** One page of calls. */
  page(
    plant: string,
    filter: AndonFilter,
    page: PageRequest,
  ): Promise<{ items: AndonCall[]; nextCursor: string | null }> {
    return this.database.read(plant, (tx) => this.repository.page(tx, filter, page));
  }

  /**
   * Raises a call. One of the same kind that the station has under way is the same call, with what is said added to its note; so is
   * the same id sent twice.
   */
  raise(plant: string, caller: Caller | null, call: NewCall): Promise<AndonCall | Refusal> {
    return this.database.write(plant, async (tx) => {
      const known = await this.repository.find(tx, call.id);
      if (known) return callOf(known);
      const underWay = await this.repository.underWay(tx, call.station, call.kind);
      if (underWay) return this.added(tx, underWay, call);
      const station = await this.plants.station(tx, call.station);
      if (!station)
        return refuse('reference.unknown', { field: 'station', kind: 'station', id: call.station });
      if (caller?.stations && !caller.stations.includes(station.id))
        return refuse('auth.forbidden', { roles: 'lead, planner, admin' });
      const row = newRow(plant, station.line, call, Math.min(call.at, this.clock.now()));
      if (!(await this.repository.add(tx, row))) {
        const other = await this.repository.underWay(tx, call.station, call.kind);
        return other ? this.added(tx, other, call) : callOf(row);
      }
      this.announce(tx, row);
      return callOf(row);
    });
  }

  /** What else is said while a call is under way, once. */
  private async added(tx: Tx, { id }: AndonCallEntity, words: Words): Promise<AndonCall> {
    const { note = '' } = words;
    const row = await this.repository.lock(tx, id);
    if (!row) throw new Error(`call ${id} is gone`);
    if (note === '' || row.note.includes(note) || row.note.length + note.length > NOTE_MAX)
      return callOf(row);
    const saved = { ...row, ...withNote(row, words) };
    await this.repository.save(tx, saved);
    this.announce(tx, saved);
    return callOf(saved);
  }

  /** Answers or resolves a call. */
  step(plant: string, id: string, { step, by, note, at }: CallStep): Promise<AndonCall | Refusal> {
    return this.database.write(plant, async (tx) => {
      const row = await this.repository.lock(tx, id);
      if (!row) return refuse('thing.unknown', { kind: 'call', id });
      // The same person's second tap is the same step.
      if (step === 'answer' && row.status === 'answered' && row.answeredBy === by) return callOf(row);
      if (step === 'resolve' && row.status === 'resolved' && row.resolvedBy === by) return callOf(row);
      const next = decideAndonStep(factsOf(row), step, by, Math.min(at, this.clock.now()));
      if (isRefusal(next)) return next;
      const saved: AndonCallEntity = {
        ...row,
        status: next.status,
        answeredAt: date(next.answeredAt),
        answeredBy: next.answeredBy,
        resolvedAt: date(next.resolvedAt),
        resolvedBy: next.resolvedBy,
        ...withNote(row, { note }),
      };
      await this.repository.save(tx, saved);
      this.announce(tx, saved);
      return callOf(saved);
    });
  }

  /** Passes on calls that nobody has answered in time. */
  async escalate(): Promise<void> {
    const now = this.clock.now();
    await this.database.write('*', async (tx) => {
      const open = await this.repository.open(tx);
      if (open.length === 0) return;
      const within = new Map(
        (await this.plants.plants(tx)).map(({ id, ackWithinSec }) => [id, ackWithinSec]),
      );
      for (const row of open) {
        const escalation = escalationOf(factsOf(row), within.get(row.plant) ?? 300, now);
        if (escalation === row.escalation) continue;
        const next = { ...row, escalation };
        await this.repository.save(tx, next);
        this.announce(tx, next);
      }
    });
  }

  private announce(tx: Tx, { plant, id, station, line, kind, status, escalation }: AndonCallEntity): void {
    tx.announce(
      'andon.changed',
      {
        call: id,
        station,
        line,
        kind: kind as AndonKind,
        status: status as AndonFacts['status'],
        escalation,
      },
      plant,
    );
  }
}

function newRow(plant: string, line: string, call: NewCall, at: number): AndonCallEntity {
  return {
    plant,
    id: call.id,
    station: call.station,
    line,
    kind: call.kind,
    status: 'open',
    raisedAt: new Date(at),
    raisedBy: call.worker ?? null,
    answeredAt: null,
    answeredBy: null,
    resolvedAt: null,
    resolvedBy: null,
    escalation: 0,
    note: call.note ?? '',
    noteZh: call.noteZh ?? null,
  };
}
