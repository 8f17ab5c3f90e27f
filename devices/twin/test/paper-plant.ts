import {
  andonRoutes,
  attendanceRoutes,
  noticeRoutes,
  operationRoutes,
  reportRoutes,
  type Operation,
  type ReportType,
} from '@takt/contracts';
import type { Factory } from '../factory';
import type { Core, Question, Rehearsal } from './rehearsal';

type Kept = Pick<
  Operation,
  | 'id'
  | 'status'
  | 'station'
  | 'family'
  | 'skill'
  | 'qtyTarget'
  | 'qtyGood'
  | 'qtyScrap'
  | 'qtyRework'
  | 'runSecPerUnit'
  | 'setupSec'
  | 'plannedStartAt'
  | 'workOrder'
>;

/** A report that was accepted. */
export interface Accepted {
  readonly at: number;
  readonly operation: string;
  readonly type: ReportType;
  readonly worker: string;
  readonly station: string;
  readonly good: number;
  readonly scrap: number;
}

const NEXT: Readonly<Record<ReportType, readonly [from: readonly string[], to: string | null]>> = {
  start: [['ready'], 'running'],
  pause: [['running'], 'paused'],
  resume: [['paused'], 'running'],
  quantity: [['running', 'paused'], null],
  complete: [['running', 'paused'], 'done'],
};

interface Sent {
  readonly operation: string;
  readonly type: ReportType;
  readonly good?: number;
  readonly scrap?: number;
  readonly workers?: readonly string[];
}

/** As much of core as people on a floor meet, on paper: work orders in a row, the rules of reports, a list for each screen. */
export class PaperPlant {
  readonly reports: Accepted[] = [];
  readonly refused: string[] = [];
  readonly operations = new Map<string, Kept>();

  constructor(private readonly factory: Factory) {}

  /** Adds a work order whose operations are planned one after the other. @param at planned start of the first, epoch ms */
  release(id: string, item: string, qty: number, at: number): void {
    const routing = this.factory.routings.find((one) => one.item === item);
    let start = at;
    for (const { no, stations, family, skill } of routing?.operations ?? []) {
      const way = stations[this.operations.size % stations.length];
      if (!way) continue;
      this.operations.set(`${id}.${no}`, {
        id: `${id}.${no}`,
        workOrder: id,
        status: start === at ? 'ready' : 'waiting',
        station: way.station,
        family,
        skill,
        qtyTarget: String(qty),
        qtyGood: '0',
        qtyScrap: '0',
        qtyRework: '0',
        runSecPerUnit: way.runSecPerUnit,
        setupSec: way.setupSec,
        plannedStartAt: new Date(start).toISOString(),
      });
      start += (way.setupSec + way.runSecPerUnit * qty) * 1000;
    }
  }

  /** Answers questions. */
  readonly core: Core = (question) => {
    const { route, params, body } = question;
    if (route === operationRoutes.list) return ok({ items: this.shown(question), nextCursor: null });
    if (route === operationRoutes.get) return this.get(String(params['operation']));
    if (route === reportRoutes.create)
      return this.report(body as unknown as Sent, String(body['station']), question.at);
    if (route === attendanceRoutes.present) return ok([]);
    if (route === attendanceRoutes.badge) return ok({});
    if (route === noticeRoutes.list || route === andonRoutes.list) return ok({ items: [], nextCursor: null });
    return { status: 404, body: { code: 'request.not-found' } };
  };

  /** What benches say by their buttons reaches the plant as well, after some seconds. */
  listen(stage: Rehearsal, afterSec = 2): void {
    const { say } = stage;
    stage.say = (station, channel, said) => {
      say.call(stage, station, channel, said);
      if (channel === 'report')
        stage.after(afterSec, () => this.report(said as unknown as Sent, station, stage.now()));
    };
  }

  private shown({ query }: Question): Kept[] {
    const asked = Object.fromEntries(
      String(query['filter'])
        .split(',')
        .map((part) => [part.split(':')[0], part.split(':')[1]?.split('|') ?? []]),
    );
    return [...this.operations.values()]
      .filter(
        ({ station, status }) =>
          asked['station']?.includes(station ?? '') && asked['status']?.includes(status),
      )
      .sort((a, b) => Date.parse(a.plannedStartAt ?? '') - Date.parse(b.plannedStartAt ?? ''));
  }

  private get(id: string): { status: number; body: unknown } {
    const operation = this.operations.get(id);
    return operation ? ok(operation) : { status: 404, body: { code: 'thing.unknown' } };
  }

  private report({ operation: id, type, good = 0, scrap = 0, workers }: Sent, station: string, at: number) {
    const operation = this.operations.get(id);
    const refuse = (code: string) => {
      this.refused.push(`${code} ${type} ${id}`);
      return { status: 409, body: { code } };
    };
    if (!operation) return refuse('thing.unknown');
    const [from, to] = NEXT[type];
    const busy = [...this.operations.values()].some(
      (one) => one.station === station && one.status === 'running' && one !== operation,
    );
    if (!from.includes(operation.status)) return refuse('operation.illegal-step');
    if (to === 'running' && busy) return refuse('operation.station-busy');
    if (type === 'complete' && this.before(operation)) return refuse('operation.waiting');
    const changed = {
      ...operation,
      status: (to ?? operation.status) as Kept['status'],
      qtyGood: String(Number(operation.qtyGood) + good),
      qtyScrap: String(Number(operation.qtyScrap) + scrap),
    };
    this.operations.set(id, changed);
    this.reports.push({ at, operation: id, type, worker: workers?.[0] ?? '', station, good, scrap });
    if (type === 'complete') this.deliver(changed);
    return ok({ operation: changed });
  }

  private chain({ workOrder }: Kept): Kept[] {
    return [...this.operations.values()].filter((one) => one.workOrder === workOrder);
  }

  private before(operation: Kept): boolean {
    const chain = this.chain(operation);
    const previous = chain[chain.findIndex(({ id }) => id === operation.id) - 1];
    return previous !== undefined && previous.status !== 'done';
  }

  private deliver(done: Kept): void {
    const chain = this.chain(done);
    const next = chain[chain.findIndex(({ id }) => id === done.id) + 1];
    if (next) this.operations.set(next.id, { ...next, status: 'ready', qtyTarget: done.qtyGood });
  }
}

const ok = (body: unknown) => ({ status: 200, body });
