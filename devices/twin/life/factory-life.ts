import { attendanceRoutes } from '@takt/contracts';
import type { Factory } from '../factory';
import { Floor } from './floor';
import { LeadDesk } from './lead';
import { NoticeDesk } from './notice-desk';
import { Purchasing } from './purchasing';
import { Roster, peopleOf, type Person } from './roster';
import { Sales } from './sales';
import type { Stage } from './stage';
import { Troubles } from './troubles';

/** The simulated factory: machines, people, customers and suppliers, each going about their business. */
export class FactoryLife {
  readonly people: readonly Person[];
  readonly floor: Floor;
  readonly sales: Sales;
  private readonly roster: Roster;
  private readonly leads: LeadDesk;
  private readonly notices: NoticeDesk;
  private readonly purchasing: Purchasing;
  private readonly troubles: Troubles;

  constructor(
    private readonly stage: Stage,
    factory: Factory,
    seed: number,
    /** is the shop let in by its own door? Else it rings the office */
    hasDoor: (channel: string) => boolean = () => true,
  ) {
    this.people = peopleOf(factory);
    const isDown = (station: string): boolean => this.floor.machines.get(station)?.isDown === true;
    const lead = (): Person | null =>
      this.people.find(({ present, line }) => present && line === null) ?? null;
    this.floor = new Floor(stage, factory, this.people, {
      machineFailed: (station, person) => this.troubles.failed(station, person),
      machineRepaired: (station, reason) => this.troubles.repaired(station, reason),
    });
    this.troubles = new Troubles(stage, { isDown, helperFor: (station) => this.floor.helperFor(station) });
    this.leads = new LeadDesk(stage, { lead, isDown });
    this.notices = new NoticeDesk(stage, {
      lead,
      at: (station) => this.floor.personAt(station) ?? this.floor.helperFor(station),
    });
    this.purchasing = new Purchasing(stage, factory);
    this.sales = new Sales(stage, factory.demand, seed, hasDoor);
    this.roster = new Roster(stage, this.people, factory, {
      arrived: (person) => this.floor.lookAround(person),
      leaving: (person) => this.floor.putDown(person),
      breakBegan: (person) => this.floor.holdWork(person, 'break'),
      breakEnded: (person) => this.floor.holdWork(person, null),
      missing: (person, shift) => this.leads.missing(person, shift),
    });
  }

  /** Opens the factory, or goes on where it was: who is here already, core knows. */
  open(): void {
    this.floor.open();
    this.sales.open();
    this.purchasing.open();
    this.leads.open();
    this.notices.open();
    this.people.forEach((person) => this.troubles.worries(person));
    const as = { kind: 'office', login: 'planner' } as const;
    this.stage.ask({ as, route: attendanceRoutes.present }, (answer) =>
      this.roster.open(new Set(answer.ok ? answer.body.map(({ worker }) => worker) : [])),
    );
  }
}
