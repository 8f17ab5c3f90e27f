import { authRoutes } from '@takt/contracts';
import { Api, FactoryClock, readClock, type ClockReading } from '../../kit';
import type { Factory } from '../factory';
import { FactoryLife } from '../life/factory-life';
import { Field } from './field';
import { LiveStage } from './live-stage';
import { Memory } from './memory';
import { SetUp, type Offer } from './set-up';
import { SignIn } from './sign-in';

/** Where core is, and who lets the factory in. */
export interface TwinOptions {
  /** address of core's API */
  readonly url: string;
  /** address of the broker */
  readonly mqttUrl: string;
  readonly admin: { readonly login: string; readonly password: string };
  readonly factory: Factory;
  /** file in which the people of the factory keep what they know */
  readonly memory: string;
  /** seed of a new factory; one that exists keeps its own */
  readonly seed: number;
  readonly tell: (line: string) => void;
}

/** Log-ins for people who want to look at the factory. */
export interface LogIns {
  readonly office: readonly { login: string; password: string; role: string }[];
  readonly floor: readonly { worker: string; name: string; badge: string; pin: string; does: string }[];
  readonly screens: readonly Offer[];
}

const WATCH_MS = 1500;
const WATCH_TIMEOUT_MS = 2500;
const GOODBYE_MS = 4000;

/** The simulated factory on a running core. */
export class Twin {
  private watch: NodeJS.Timeout | undefined;
  private closed = false;

  private constructor(
    private readonly parts: {
      readonly stage: LiveStage;
      readonly field: Field;
      readonly clock: FactoryClock;
      readonly watcher: Api;
      readonly end: AbortController;
      readonly tell: (line: string) => void;
    },
    /** for people who want to look */
    readonly logIns: LogIns,
    /** as it was drawn when the factory was founded */
    readonly seed: number,
  ) {}

  /**
   * Sets the factory up where it is new, and brings it to life.
   * @throws ApiFault when core refuses what has to be
   */
  static async open(options: TwinOptions): Promise<Twin> {
    const { url, mqttUrl, admin, factory, tell } = options;
    const end = new AbortController();
    // Nobody gives up while core is away: a request that may have been carried out is repeated until it is answered.
    const api = new Api({ url, patienceMs: Infinity, signal: end.signal });
    const memory = new Memory(options.memory, options.seed);
    const { token } = await api.call(authRoutes.login, { body: { ...admin } }, { token: null });
    const setUp = new SetUp(api.as(token), factory, memory);
    const plant = await setUp.run();
    const clock = new FactoryClock(await readClock(api));
    const signIn = new SignIn(api, memory, factory);
    const field = new Field({
      ...{ plant: plant.id, url: mqttUrl, stations: factory.stations, logIns: memory.all.devices },
      ...{ now: () => clock.now(), tell },
    });
    const { seed } = memory.all;
    const stage = new LiveStage({
      ...{ clock, seed, zone: plant.timeZone, tell },
      wires: {
        ask: (request) => signIn.ask(request),
        say: (station, channel, said, at) => field.say(station, channel, said, at),
      },
    });
    const logIns = logInsOf(factory, memory, await setUp.offer());
    const watcher = new Api({ url, patienceMs: 0, timeoutMs: WATCH_TIMEOUT_MS });
    const twin = new Twin({ stage, field, clock, watcher, end, tell }, logIns, seed);
    twin.begin(new FactoryLife(stage, factory, seed, (channel) => channel in memory.all.shops), memory);
    return twin;
  }

  /** Ends it: what was said is delivered, then the devices say goodbye. */
  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.watch);
    this.parts.stage.close();
    if (!(await this.parts.field.close(GOODBYE_MS))) this.parts.tell('not everything was delivered');
    this.parts.end.abort();
  }

  private begin(life: FactoryLife, memory: Memory): void {
    const { stage, field } = this.parts;
    field.open();
    life.open();
    // their ids are theirs for ever: core takes each once, however often the opening is repeated
    if (memory.all.openedAt === null)
      life.sales.placeInTurn(life.sales.opening(), () => memory.keep({ openedAt: stage.now() }));
    stage.go();
    this.watch = setTimeout(() => void this.look(), WATCH_MS);
  }

  /** Follows core's clock; while core does not answer, time stands. */
  private async look(): Promise<void> {
    const { clock, stage, watcher } = this.parts;
    const reading = await this.reading(watcher);
    if (this.closed) return;
    if (reading === null) stage.stand();
    else {
      clock.follow(reading);
      stage.go();
    }
    this.watch = setTimeout(() => void this.look(), WATCH_MS);
  }

  private async reading(api: Api): Promise<ClockReading | null> {
    try {
      return await readClock(api);
    } catch {
      return null;
    }
  }
}

function logInsOf(factory: Factory, memory: Memory, screens: readonly Offer[]): LogIns {
  const { passwords, pins } = memory.all;
  return {
    office: factory.office.map(({ login, role }) => ({ login, role, password: passwords[login] ?? '' })),
    floor: factory.workers.map(({ id, name, badge, line, skills }) => ({
      ...{ worker: id, name, badge: badge ?? '', pin: pins[id] ?? '' },
      does: line === null ? 'lead' : `${line}: ${skills.map(({ skill }) => skill).join(', ')}`,
    })),
    screens,
  };
}
