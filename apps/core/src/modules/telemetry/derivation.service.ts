import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database';
import { Announcer } from './announcer';
import { BootBook } from './boot-book';
import { DeriveRepository, type CountRow } from './derive.repository';
import { refusedOf, type Accepted } from './message-decoder';
import { QuarantineRepository } from './quarantine.repository';
import { Restatement, type Restated } from './restatement';
import type { Live } from './live-station';
import { changeOf } from './station-change';
import { StationFacts } from './station-facts';
import { StationGroups } from './station-groups';

/** What messages mean for their stations: states, stops, counts, alarms. All of it within one transaction. */
@Injectable()
export class Derivation {
  constructor(
    private readonly repository: DeriveRepository,
    private readonly bootBook: BootBook,
    private readonly restatement: Restatement,
    private readonly quarantine: QuarantineRepository,
    private readonly facts: StationFacts,
    private readonly announcer: Announcer,
  ) {}

  /** Derives messages of any stations, in any order. */
  async derive(tx: Tx, given: readonly Accepted[]): Promise<void> {
    if (given.length === 0) return;
    const all = new StationGroups(given);
    const lives = await this.repository.lock(tx, all.keys());
    const { fresh, repeated } = await this.bootBook.enter(tx, given);
    await this.quarantine.keep(tx, repeated);
    const groups = repeated.length === 0 ? all : new StationGroups(fresh);
    await this.change(tx, lives, (live) => groups.of(live));
    await this.announcer.reported(tx, fresh);
  }

  /** Lets time pass: silences and stops that have grown long. @returns how many stations changed */
  async settle(tx: Tx, most: number): Promise<number> {
    const lives = await this.repository.lockDue(tx, this.facts.now(), most);
    await this.change(tx, lives, () => []);
    return lives.length;
  }

  /** Tells of stations whose newest version nobody was told of. */
  async tellRest(tx: Tx, most: number): Promise<void> {
    const lives = await this.repository.lockUntold(tx, most);
    this.announcer.tell(tx, lives);
    await this.repository.saveLives(
      tx,
      lives.map((live) => ({ ...live, toldVersion: live.version })),
    );
  }

  private async change(
    tx: Tx,
    lives: readonly Live[],
    messagesOf: (live: Live) => readonly Accepted[],
  ): Promise<void> {
    if (lives.length === 0) return;
    const restated: Restated[] = [];
    for (const live of lives) {
      const facts = this.facts.of(live);
      const change = changeOf(live, messagesOf(live), facts);
      restated.push(await this.restatement.apply(tx, change, facts));
    }
    await this.save(tx, restated);
    const now = this.facts.now().getTime();
    for (const one of restated) this.announcer.past(tx, one, messagesOf(one.change.before), now);
  }

  private async save(tx: Tx, restated: readonly Restated[]): Promise<void> {
    const changes = restated.map(({ change }) => change);
    for (const { change, recountFrom, goneStops } of restated) {
      if (recountFrom !== null) await this.repository.clearCounts(tx, change.after, recountFrom);
      await this.repository.removeStops(tx, change.after.plant, goneStops);
      for (const id of goneStops)
        this.announcer.stop(tx, change.after, { id, open: false, explained: false });
    }
    for (const one of await this.repository.replaceIntervals(tx, changes))
      this.announcer.found(tx, one, this.facts.now().getTime());
    await this.repository.addCounts(
      tx,
      changes.flatMap(({ after: { plant, station }, counts }) =>
        [...counts].map(([minuteAt, pieces]): CountRow => ({ plant, station, minuteAt, ...pieces })),
      ),
    );
    const stops = changes.flatMap(({ after, stops }) => stops.map((stop) => ({ live: after, stop })));
    const explained = await this.repository.saveStops(tx, stops);
    for (const { live, stop } of stops)
      this.announcer.stop(tx, live, {
        id: stop.id,
        open: stop.endAt === null,
        explained: explained.has(stop.id),
      });
    await this.quarantine.keep(
      tx,
      changes.flatMap(({ implausible }) =>
        implausible.map((message) =>
          refusedOf(message, 'implausible-count', 'more pieces than the station can make in the time'),
        ),
      ),
    );
    await this.repository.saveLives(tx, this.announcer.changed(tx, changes));
  }
}
