import { attendanceRoutes } from '@takt/contracts';
import type { Factory } from '../factory';
import { dayOf, shiftsOn, type ShiftTime } from './shift-time';
import type { Speaker, Stage } from './stage';

type WorkerData = Factory['workers'][number];

/** What a person's day looks like; drawn from the person and the day alone, so that a restart draws it again. */
export interface PersonDay {
  readonly shift: ShiftTime;
  /** null: the person does not come */
  readonly arriveAt: number | null;
  readonly leaveAt: number;
}

/** A person of the factory. */
export class Person {
  readonly id: string;
  readonly line: string | null;
  readonly skills: ReadonlySet<string>;
  present = false;
  onBreak = false;
  /** station whose work the person does now; null: free */
  busyAt: string | null = null;

  constructor(
    readonly data: WorkerData,
    /** station at whose screen the person badges in; null: the supervisor's tablet */
    readonly home: string | null,
  ) {
    this.id = data.id;
    this.line = data.line;
    this.skills = new Set(data.skills.map(({ skill }) => skill));
  }

  /** Can the person begin something now? */
  get isFree(): boolean {
    return this.present && !this.onBreak && this.busyAt === null;
  }
}

/** What the roster tells. */
export interface RosterListener {
  arrived(person: Person): void;
  /** about to leave: what is under way has to be put down */
  leaving(person: Person): void;
  breakBegan(person: Person): void;
  breakEnded(person: Person): void;
  /** the shift has begun without the person */
  missing(person: Person, shift: ShiftTime): void;
}

const ABSENT = 0.025;
const LATE = 0.06;
const MINUTE = 60_000;
const MISSED_AFTER_MIN = 25;
const PLAN_AHEAD_MIN = 40;

/** Draws a person's day. */
export function personDay(stage: Stage, person: string, shift: ShiftTime): PersonDay {
  const draw = stage.draw(`day ${person} ${new Date(shift.startAt).toISOString()}`);
  const absent = draw.chance(ABSENT);
  const lateMin = draw.chance(LATE) ? draw.between(8, 45) : draw.between(-11, -2);
  return {
    shift,
    arriveAt: absent ? null : Math.round(shift.startAt + lateMin * MINUTE),
    leaveAt: Math.round(shift.endAt + draw.between(1, 7) * MINUTE),
  };
}

/** Who is here: people come, badge in, have their breaks, badge out and go, as the shift pattern says. */
export class Roster {
  private readonly planned = new Set<string>();

  constructor(
    private readonly stage: Stage,
    readonly people: readonly Person[],
    private readonly factory: Pick<Factory, 'patterns' | 'stations'>,
    private readonly listener: RosterListener,
  ) {}

  /** Begins to plan days. @param here who is badged in already, as core knows it */
  open(here: ReadonlySet<string>): void {
    this.plan(here);
  }

  /** People who are here. */
  get here(): Person[] {
    return this.people.filter(({ present }) => present);
  }

  private plan(here: ReadonlySet<string>): void {
    const { zone } = this.stage;
    const [pattern] = this.factory.patterns;
    const now = this.stage.now();
    for (const later of [-1, 0, 1])
      for (const shift of pattern ? shiftsOn(pattern, dayOf(now, zone, later), zone) : [])
        if (shift.endAt > now && shift.startAt - PLAN_AHEAD_MIN * MINUTE <= now) this.planShift(shift, here);
    this.stage.after(10 * 60, () => this.plan(new Set()));
  }

  private planShift(shift: ShiftTime, here: ReadonlySet<string>): void {
    for (const person of this.people) {
      const key = `${person.id} ${shift.startAt}`;
      if (person.data.crew !== shift.crew || this.planned.has(key)) continue;
      this.planned.add(key);
      this.live(person, personDay(this.stage, person.id, shift), here.has(person.id));
    }
  }

  private live(person: Person, { shift, arriveAt, leaveAt }: PersonDay, isHere: boolean): void {
    const { stage, listener } = this;
    const missedAt = shift.startAt + MISSED_AFTER_MIN * MINUTE;
    if (arriveAt === null || arriveAt > missedAt)
      stage.at(missedAt, () => {
        if (!person.present) listener.missing(person, shift);
      });
    if (arriveAt === null) return;
    stage.at(arriveAt, () => this.arrive(person, isHere));
    for (const pause of shift.breaks) {
      if (pause.endAt <= stage.now()) continue;
      stage.at(pause.startAt, () => this.pause(person, true));
      stage.at(pause.endAt, () => this.pause(person, false));
    }
    stage.at(leaveAt, () => this.leave(person));
  }

  private arrive(person: Person, isHere: boolean): void {
    person.present = true;
    if (!isHere) this.badge(person, 'in');
    this.listener.arrived(person);
  }

  private pause(person: Person, onBreak: boolean): void {
    if (!person.present || person.onBreak === onBreak) return;
    person.onBreak = onBreak;
    if (onBreak) this.listener.breakBegan(person);
    else this.listener.breakEnded(person);
  }

  private leave(person: Person): void {
    if (!person.present) return;
    this.listener.leaving(person);
    person.onBreak = false;
    person.present = false;
    person.busyAt = null;
    this.badge(person, 'out');
  }

  /** Benches have a badge reader of their own; elsewhere people badge at the screen. */
  private badge(person: Person, direction: 'in' | 'out'): void {
    const { stage } = this;
    const station = this.factory.stations.find(({ id }) => id === person.home);
    const { badge } = person.data;
    if (station?.device.kind === 'worker-station' && badge !== null)
      return stage.say(station.id, 'badge', { badge, direction });
    stage.ask({
      as: speakerAt(person, station?.id ?? null),
      route: attendanceRoutes.badge,
      body: {
        commandId: stage.uuid(),
        worker: person.id,
        direction,
        at: new Date(stage.now()).toISOString(),
        ...(station ? { station: station.id } : {}),
      },
    });
  }
}

/** A person at a station's screen, or a lead at the tablet. */
export function speakerAt(person: Person, station: string | null): Speaker {
  return station === null
    ? { kind: 'lead', worker: person.id, line: 'bakery' }
    : { kind: 'worker', worker: person.id, station };
}

/** Gives everybody a home station: of those a person can serve, the first that is nobody's of the same crew. */
export function peopleOf(factory: Factory): Person[] {
  const taken = new Set<string>();
  return factory.workers.map((worker) => {
    const served = stationsServed(factory, worker);
    const own = served.find((station) => !taken.has(`${worker.crew} ${station}`));
    if (worker.line === null) return new Person(worker, null);
    if (own !== undefined) taken.add(`${worker.crew} ${own}`);
    return new Person(worker, own ?? served[0] ?? null);
  });
}

/** Stations at which a person can do something, those of the first skill first. */
export function stationsServed(
  factory: Pick<Factory, 'routings' | 'stations'>,
  worker: Pick<WorkerData, 'skills' | 'line'>,
): string[] {
  const bySkill = new Map<string, Set<string>>();
  for (const { operations } of factory.routings)
    for (const { skill, stations } of operations)
      for (const { station } of stations)
        bySkill.set(skill ?? '', (bySkill.get(skill ?? '') ?? new Set()).add(station));
  const lineOf = new Map(factory.stations.map(({ id, line }) => [id, line]));
  const served = worker.skills.flatMap(({ skill }) => [...(bySkill.get(skill) ?? [])].sort());
  return served.filter((station) => worker.line === null || lineOf.get(station) === worker.line);
}
