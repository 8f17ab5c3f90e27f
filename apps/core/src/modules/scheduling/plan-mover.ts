import { Inject, Injectable } from '@nestjs/common';
import { isRefusal, refuse, type Refusal, type Trigger } from '@takt/contracts';
import { checkPlace, type MoveAnswer } from '@takt/planning';
import { Clock } from '../../platform/clock';
import type { Caller } from '../../platform/context';
import { MovePort, OpenWork, type Move } from '../production';
import { PlanPublisher } from './plan-publisher';
import { PlantPlanner, type PlantFacts } from './plant-plan';
import { PlanningFactsReader } from './planning-facts.reader';

/** Real ms to look for room around an operation that a person has moved: the answer is waited for. */
const MAKE_ROOM_MS = 150;

/** Moves operations by hand: the wanted place is checked at once, everything else makes room, a new version is published. */
@Injectable()
export class PlanMover extends MovePort {
  constructor(
    private readonly reader: PlanningFactsReader,
    private readonly planner: PlantPlanner,
    private readonly publisher: PlanPublisher,
    private readonly work: OpenWork,
    @Inject(Clock) private readonly clock: Clock,
  ) {
    super();
  }

  override async move(plant: string, move: Move, caller: Caller): Promise<Refusal | null> {
    const facts = await this.reader.read(plant);
    const refusal = this.frozenRefusal(facts, move);
    if (refusal) return refusal;
    const place = checkPlace(facts.planning, move);
    if (!place.ok) return infeasible(move, place);
    const { planning } = facts;
    const before = planning.published.find(({ operation }) => operation === move.operation);
    const moved: PlantFacts = {
      ...facts,
      planning: {
        ...planning,
        operations: planning.operations.map((operation) =>
          operation.id === move.operation ? { ...operation, pinned: true } : operation,
        ),
        published: [
          ...planning.published.filter(({ operation }) => operation !== move.operation),
          place.entry,
        ],
      },
    };
    const made = await this.planner.make(moved, { ms: MAKE_ROOM_MS });
    const trigger: Trigger = {
      kind: 'move',
      at: this.clock.iso(),
      subject: move.operation,
      facts: { station: move.station, fromStation: before?.station ?? null, by: caller.name },
    };
    const candidate = { facts, made: { ...made, changes: this.planner.changes(facts, made.plan.entries) } };
    const done = await this.publisher.publish(
      plant,
      candidate,
      { triggers: [trigger], by: caller.name, requests: [] },
      (tx) => this.work.pin(tx, move.operation),
    );
    return isRefusal(done) ? done : null;
  }

  /** Inside the frozen zone only a person who says so moves anything. */
  private frozenRefusal({ planning }: PlantFacts, { operation, startAt, evenFrozen }: Move): Refusal | null {
    const until = planning.now + planning.frozenSec * 1000;
    const planned = planning.published.find((entry) => entry.operation === operation)?.startAt ?? Infinity;
    if (evenFrozen || (planned >= until && startAt >= until)) return null;
    return refuse('schedule.frozen', { operation, until: new Date(until).toISOString() });
  }
}

const WHY: Readonly<Record<string, string>> = {
  unknown: '≠ ready',
  past: '< now',
  station: '∉ routing',
  calendar: '∉ calendar',
  busy: '⊗',
  waits: '⏳',
  material: '∅',
};

function infeasible(
  { operation, station, startAt }: Move,
  { why, subject }: Extract<MoveAnswer, { ok: false }>,
): Refusal {
  return refuse('schedule.infeasible', {
    operation,
    station,
    at: new Date(startAt).toISOString(),
    why: `${WHY[why] ?? why} ${subject}`,
    reason: why,
    subject,
  });
}
