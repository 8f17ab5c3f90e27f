import type { FurnishedStation } from '../factory';
import type { Draw } from '../draw';
import type { Cancel } from './agenda';
import type { Batch, Made } from './batch';
import type { Machine } from './machine';
import { readOperation, report, type Entry, type Outcome } from './reporting';
import type { Person } from './roster';
import type { Stage } from './stage';
import { piecesLeft, piecesMade, type ShownOperation } from './task';

/** Where a piece of work is done, and who is told about it. */
export interface Workplace {
  readonly stage: Stage;
  readonly station: FurnishedStation;
  readonly machine: Machine;
  readonly draw: Draw;
  /** somebody has to stay with it; else it runs by itself once it was begun */
  readonly manned: boolean;
  /** somebody who can see to it now; null: nobody */
  helper(): Person | null;
  /** seconds of changeover to a family, from what ran before */
  changeoverSec(family: string | null): number;
  /** it runs by itself: the person may go */
  released(person: Person): void;
  /** it could not be begun */
  refused(work: Work): void;
  /** it is done, put down or lost */
  ended(work: Work): void;
}

/** What of a report differs from one to the next. */
type Told = Omit<Entry, 'operation' | 'place' | 'person'>;

/** how often a screen is looked at that lacks what was reported, a minute apart */
const LOOKS_MAX = 60;
const NOTHING: Made = { good: 0, scrap: 0 };
/** the operation is not this station's any more */
const GONE = new Set(['operation.illegal-step', 'operation.done', 'operation.cancelled', 'thing.unknown']);

/** One operation that is worked on at a station, from its beginning to its end or until it is put down. */
export class Work {
  private phase: 'beginning' | 'running' | 'ending' | 'over' = 'beginning';
  /** what was reported, or is on its way: it is not said twice */
  private reported = NOTHING;
  /** pieces that were made before this person began */
  private before = 0;
  private looks = 0;
  private down = false;
  private nextReport: Cancel = () => undefined;

  constructor(
    readonly operation: string,
    private readonly place: Workplace,
    /** who stays with it, or last dealt with it */
    public person: Person,
  ) {}

  /** Id of the station. */
  get station(): string {
    return this.place.station.id;
  }

  /** Somebody has to stay with it. */
  get manned(): boolean {
    return this.place.manned;
  }

  /** It was put down, so that it can be taken up again. */
  get isPutDown(): boolean {
    return this.down;
  }

  /** Pieces that the screen shows once it has heard of all that was reported. */
  get told(): number {
    return this.before + this.reported.good + this.reported.scrap;
  }

  /** Begins, resumes or takes over what the screen shows. */
  begin(shown: ShownOperation): void {
    this.person.busyAt = this.station;
    if (shown.status === 'running') return this.run(shown, 0);
    const isNew = shown.status === 'ready';
    this.report({ type: isNew ? 'start' : 'resume' }, (outcome) => {
      if (this.phase === 'over') return;
      if (!outcome.ok) return this.close(() => this.place.refused(this));
      const setupSec = isNew ? shown.setupSec + this.place.changeoverSec(shown.family) : 0;
      this.run(outcome.operation, setupSec);
    });
  }

  /** The machine waits with a finished batch. */
  seeTo(): void {
    if (this.phase !== 'running') return;
    this.phase = 'ending';
    const { draw, manned } = this.place;
    const isNear = manned || this.person.busyAt === null;
    this.place.stage.after(isNear ? draw.between(15, 90) : draw.between(60, 240), () => this.wrapUp());
  }

  /** Puts the work down; what was made is reported with it. */
  putDown(pauseReason: string): void {
    const isBegun = this.phase === 'running' || this.phase === 'ending';
    this.down = isBegun;
    const made = this.unreported();
    this.book(made);
    this.close(() => this.place.ended(this));
    if (isBegun) this.send({ type: 'pause', pauseReason, ...made });
  }

  private run(operation: ShownOperation, setupSec: number): void {
    const { machine, station, manned } = this.place;
    this.phase = 'running';
    this.before = piecesMade(operation);
    const pieces = piecesLeft(operation, station.device.scrap.madeAgain);
    machine.begin({ operation: this.operation, pieces, secPerPiece: operation.runSecPerUnit }, setupSec);
    machine.hold(manned && this.person.onBreak ? 'break' : null);
    this.tellProgressLater();
    if (manned) return;
    this.person.busyAt = null;
    this.place.released(this.person);
  }

  private tellProgressLater(): void {
    this.nextReport = this.place.stage.after(this.place.draw.between(900, 1500), () => {
      this.tellProgressLater();
      if (this.phase === 'running' && this.person.present && !this.person.onBreak) this.tellProgress();
    });
  }

  /** Reports what was made since the last report, if anything. */
  private tellProgress(then: () => void = () => undefined): void {
    const made = this.unreported();
    if (made.good + made.scrap === 0) return then();
    this.book(made);
    this.send({ type: 'quantity', ...made }, then);
  }

  /** Looks whether the quantity has changed meanwhile, and completes. */
  private wrapUp(): void {
    if (this.phase !== 'ending') return;
    if (!this.person.present || this.person.onBreak) this.person = this.place.helper() ?? this.person;
    if (!this.person.present || this.person.onBreak) return this.wrapUpIn(300);
    readOperation(this.place.stage, this, (seen) => {
      if (this.phase !== 'ending') return;
      if (seen === null) return this.wrapUpIn(60);
      if (seen.status === 'held') return this.wrapUpIn(300);
      if (seen.status === 'paused') return this.tellProgress(() => this.finish());
      if (seen.status !== 'running') return this.finish();
      if (this.isBehind(seen)) return this.wrapUpIn(60);
      const made = this.unreported();
      if (this.isMore(seen, made)) return this.goOn(seen);
      this.book(made);
      this.send({ type: 'complete', ...made }, (outcome) => this.completed(outcome));
    });
  }

  /** The screen has not heard of all that was reported. It may never: then the work goes on by what it shows. */
  private isBehind(seen: ShownOperation): boolean {
    this.looks = piecesMade(seen) < this.told ? this.looks + 1 : 0;
    return this.looks > 0 && this.looks <= LOOKS_MAX;
  }

  private isMore(seen: ShownOperation, made: Made): boolean {
    const { madeAgain } = this.place.station.device.scrap;
    return piecesLeft(seen, madeAgain) > made.good + (madeAgain ? 0 : made.scrap);
  }

  private goOn(seen: ShownOperation): void {
    const { madeAgain } = this.place.station.device.scrap;
    this.phase = 'running';
    const done = this.reported.good + (madeAgain ? 0 : this.reported.scrap);
    this.batch?.retarget(done + piecesLeft(seen, madeAgain));
    this.place.machine.goOn();
  }

  private completed(outcome: Outcome): void {
    if (this.phase !== 'ending') return;
    if (outcome.ok || GONE.has(outcome.code)) return this.finish();
    this.tellProgress(() => this.wrapUpIn(this.place.draw.between(120, 240)));
  }

  private wrapUpIn(sec: number): void {
    this.place.stage.after(sec, () => this.wrapUp());
  }

  private finish(): void {
    this.close(() => this.place.ended(this));
  }

  private close(tell: () => void): void {
    this.phase = 'over';
    this.nextReport();
    if (this.person.busyAt === this.station) this.person.busyAt = null;
    if (this.batch) this.place.machine.end();
    tell();
  }

  private get batch(): Batch | null {
    const { batch } = this.place.machine;
    return batch?.operation === this.operation ? batch : null;
  }

  private unreported(): Made & { readonly scrapReason: string } {
    const { batch } = this;
    const { good, scrap } = batch?.made ?? this.reported;
    return {
      good: Math.max(0, good - this.reported.good),
      scrap: Math.max(0, scrap - this.reported.scrap),
      scrapReason: batch?.scrapReason ?? '',
    };
  }

  private book({ good, scrap }: Made): void {
    this.reported = { good: this.reported.good + good, scrap: this.reported.scrap + scrap };
  }

  /** Reports what is booked as reported. What was refused has not been reported; when the work is over, it is said by itself. */
  private send(entry: Told & Made, then: (outcome: Outcome) => void = () => undefined): void {
    const { type, pauseReason: _, good, scrap, ...rest } = entry;
    this.report({ ...entry, upTo: this.told }, (outcome) => {
      const isLost = !outcome.ok && good + scrap > 0;
      if (isLost && this.phase === 'over' && type !== 'quantity')
        this.report({ ...rest, type: 'quantity', good, scrap, upTo: this.told }, () => undefined);
      else if (isLost) this.book({ good: -good, scrap: -scrap });
      then(outcome);
    });
  }

  private report(entry: Told, then: (outcome: Outcome) => void): void {
    const { operation, person, place } = this;
    report(place.stage, { operation, place: place.station, person, ...entry }, then);
  }
}
