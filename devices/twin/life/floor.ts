import { operationRoutes } from '@takt/contracts';
import type { Draw } from '../draw';
import type { Factory, FurnishedStation } from '../factory';
import { Machine } from './machine';
import { stationsServed, type Person } from './roster';
import type { Stage } from './stage';
import { nextOf, piecesMade, type ShownOperation } from './task';
import { Work, type Workplace } from './work';

const SHOWN = 40;
/** A screen that does not show what was reported by then will not. */
const SCREEN_MS = 2 * 3_600_000;

/** What else happens around the machines. */
export interface FloorListener {
  machineFailed(station: FurnishedStation, person: Person | null): void;
  machineRepaired(station: FurnishedStation, reason: string, downSince: number): void;
}

/**
 * The floor: people look at the screens of the stations they can serve and begin what is planned there. Which work is begun, and
 * where, core decides; what comes of it, the machines and the people.
 */
export class Floor {
  readonly machines: ReadonlyMap<string, Machine>;
  private readonly works = new Map<string, Work>();
  private readonly served: ReadonlyMap<string, readonly string[]>;
  private readonly manned: ReadonlySet<string>;
  private readonly setUpFor = new Map<string, string>();
  /** operation → not before */
  private readonly avoided = new Map<string, number>();
  /** operation → what its screen has to show before it is taken up again, or until when it is waited for */
  private readonly putDowns = new Map<string, { readonly pieces: number; readonly until: number }>();
  private readonly draw: Draw;

  constructor(
    private readonly stage: Stage,
    private readonly factory: Factory,
    private readonly people: readonly Person[],
    private readonly listener: FloorListener,
  ) {
    this.draw = stage.draw('floor');
    this.served = new Map(factory.workers.map((worker) => [worker.id, stationsServed(factory, worker)]));
    const operations = factory.routings.flatMap((routing) => routing.operations);
    this.manned = new Set(
      operations
        .filter(({ crew }) => crew > 0)
        .flatMap(({ stations }) => stations.map(({ station }) => station)),
    );
    this.machines = new Map(factory.stations.map((station) => [station.id, this.machineAt(station)]));
  }

  /** Switches everything on. */
  open(): void {
    for (const machine of this.machines.values()) machine.powerOn();
  }

  /** Who works at a station, or last dealt with what runs there; null: nothing is done. */
  personAt(station: string): Person | null {
    return this.works.get(station)?.person ?? null;
  }

  /** A person who could go to a station: one with free hands if there is one. */
  helperFor(station: string): Person | null {
    const able = this.people.filter(
      (person) => person.present && !person.onBreak && this.canServe(person, station),
    );
    return able.find(({ busyAt }) => busyAt === null) ?? able[0] ?? null;
  }

  /** A person has come, or has free hands again. Leads look after the others. */
  lookAround(person: Person, inSec = this.draw.between(5, 45)): void {
    if (person.line === null) return;
    this.stage.after(inSec, () => this.look(person));
  }

  /** Work with which the person has to stay stands for as long as the person is away. */
  holdWork(person: Person, reason: string | null): void {
    for (const work of this.works.values())
      if (work.person === person && work.manned) this.machines.get(work.station)?.hold(reason);
    if (reason === null) this.lookAround(person);
  }

  /** The person goes: the work at hand is put down, and so is what runs by itself when nobody is left to see to it. */
  putDown(person: Person): void {
    for (const work of [...this.works.values()]) {
      const other = this.people.find(
        (one) => one !== person && one.present && this.canServe(one, work.station),
      );
      if (work.manned || !other) {
        if (work.person === person || !work.manned) work.putDown('shift-end');
      } else if (work.person === person) work.person = other;
    }
  }

  private machineAt(station: FurnishedStation): Machine {
    return new Machine(station.id, station.device, this.stage, {
      finished: () => this.works.get(station.id)?.seeTo(),
      failed: () => this.listener.machineFailed(station, this.personAt(station.id)),
      repaired: ({ reason }, since) => this.listener.machineRepaired(station, reason, since),
    });
  }

  private canServe(person: Person, station: string): boolean {
    return this.served.get(person.id)?.includes(station) === true;
  }

  private look(person: Person): void {
    if (!person.isFree) return;
    const open = (this.served.get(person.id) ?? []).filter((station) => !this.works.has(station));
    if (open.length === 0) return this.lookAround(person, this.draw.between(60, 120));
    this.stage.ask(
      {
        as: { kind: 'terminal', station: person.home ?? open[0] ?? '' },
        route: operationRoutes.list,
        query: {
          filter: `station:${open.join('|')},status:ready|paused|running`,
          sort: 'plannedStartAt',
          limit: SHOWN,
        },
      },
      (answer) => this.choose(person, answer.ok ? answer.body.items : []),
    );
  }

  private choose(person: Person, shown: readonly ShownOperation[]): void {
    if (!person.isFree) return;
    const next = nextOf(shown, this.stage.now(), (operation) => this.mayBegin(person, operation));
    const station = this.factory.stations.find(({ id }) => id === next?.station);
    const machine = this.machines.get(station?.id ?? '');
    if (!next || !station || !machine) return this.lookAround(person, this.draw.between(60, 120));
    const work = new Work(next.id, this.workplace(station, machine), person);
    this.works.set(station.id, work);
    this.putDowns.delete(next.id);
    work.begin(next);
  }

  /** The screen has not heard yet that it was put down, and with how many pieces: it would be made once more. */
  private isStale({ id, status, qtyGood, qtyScrap }: ShownOperation): boolean {
    const putDown = this.putDowns.get(id);
    if (!putDown || putDown.until <= this.stage.now()) return false;
    return status === 'running' || piecesMade({ qtyGood, qtyScrap }) < putDown.pieces;
  }

  private mayBegin(person: Person, shown: ShownOperation): boolean {
    const { id, station, skill } = shown;
    return (
      !this.isStale(shown) &&
      station !== null &&
      this.canServe(person, station) &&
      !this.works.has(station) &&
      (skill === null || person.skills.has(skill)) &&
      (this.avoided.get(id) ?? 0) <= this.stage.now()
    );
  }

  private workplace(station: FurnishedStation, machine: Machine): Workplace {
    return {
      stage: this.stage,
      station,
      machine,
      draw: this.draw,
      manned: this.manned.has(station.id),
      helper: () => this.helperFor(station.id),
      changeoverSec: (family) => this.changeOver(station, family),
      released: (person) => this.lookAround(person),
      refused: (work) => this.refused(work),
      ended: (work) => this.ended(work),
    };
  }

  private changeOver({ id, changeover }: FurnishedStation, family: string | null): number {
    if (family === null) return 0;
    const matrix = this.factory.changeovers.find((one) => one.id === changeover);
    const from = matrix?.families.indexOf(this.setUpFor.get(id) ?? family) ?? -1;
    const to = matrix?.families.indexOf(family) ?? -1;
    this.setUpFor.set(id, family);
    return matrix?.seconds[from]?.[to] ?? 0;
  }

  /** Somebody was faster, or something is missing: the person tries something else for a while. */
  private refused(work: Work): void {
    this.avoided.set(work.operation, this.stage.now() + this.draw.between(120, 300) * 1000);
    this.works.delete(work.station);
    this.lookAround(work.person, this.draw.between(30, 60));
  }

  private ended(work: Work): void {
    this.works.delete(work.station);
    if (work.isPutDown)
      this.putDowns.set(work.operation, { pieces: work.told, until: this.stage.now() + SCREEN_MS });
    this.lookAround(work.person, this.draw.between(20, 60));
  }
}
