import { DateTime } from 'luxon';
import { demoFactory as factory } from '../factory';
import { PaperPlant, type Accepted } from '../test/paper-plant';
import { Rehearsal } from '../test/rehearsal';
import { FactoryLife } from './factory-life';

const HOUR = 3_600_000;
const zone = 'Asia/Shanghai';
/** a Monday, 20 minutes before the early shift */
const start = DateTime.fromISO('2026-03-02T05:40', { zone }).toMillis();
const made = [
  'BUTTER-TIN',
  'CREAM-CAKE',
  'LOGO-COOKIE',
  'MUG-PHOTO',
  'PLAQUE',
  'NUT-MOONCAKE',
  'PEN-NAME',
  'GIFT-SET',
];

/** How long core takes for an answer, and to hear a button, in seconds of the factory. */
interface Load {
  readonly answerSec: number;
  readonly buttonSec: number;
}

function live(hours: number, seed = 1, { answerSec, buttonSec }: Load = { answerSec: 1, buttonSec: 2 }) {
  const plant = new PaperPlant(factory);
  for (let i = 0; i < 96; i++)
    plant.release(`WO-${i}`, made[i % made.length] ?? '', 20 + ((i * 7) % 60), start + (i * HOUR) / 4);
  const stage = new Rehearsal(start, plant.core, seed, zone, answerSec);
  plant.listen(stage, buttonSec);
  const life = new FactoryLife(stage, factory, seed);
  life.open();
  stage.until(start + hours * HOUR);
  return { plant, stage, life };
}

/** Reports of one thing, in order. */
function grouped(reports: readonly Accepted[], by: (report: Accepted) => string): Accepted[][] {
  const groups = new Map<string, Accepted[]>();
  for (const report of reports) groups.set(by(report), [...(groups.get(by(report)) ?? []), report]);
  return [...groups.values()];
}

/** From when to when somebody was there, by badge. */
function presence(stage: Rehearsal) {
  const badges = [
    ...stage.lines
      .filter(({ channel }) => channel === 'badge')
      .map(({ at, said }) => ({
        at,
        worker: factory.workers.find(({ badge }) => badge === said['badge'])?.id ?? '',
        direction: said['direction'],
      })),
    ...stage.questions
      .filter(({ route }) => route.path === '/attendance' && route.method === 'POST')
      .map(({ at, body }) => ({ at, worker: String(body['worker']), direction: body['direction'] })),
  ].sort((a, b) => a.at - b.at);
  return new Map(factory.workers.map(({ id }) => [id, badges.filter(({ worker }) => worker === id)]));
}

describe('two days in the factory', () => {
  const { plant, stage } = live(48);

  it('people come and go by turns, and work only while they are here', () => {
    const here = presence(stage);
    for (const [, badges] of here)
      badges.forEach(({ direction }, i) => expect(direction).toBe(i % 2 === 0 ? 'in' : 'out'));
    const present = [...here.values()].filter((badges) => badges.length > 0).length;
    expect(present).toBeGreaterThan(21);
    for (const { worker, at, operation } of plant.reports) {
      const last = here
        .get(worker)
        ?.filter((badge) => badge.at <= at)
        .at(-1);
      const isHere = last?.direction === 'in' || at - (last?.at ?? 0) < 60_000;
      expect([operation, worker, isHere]).toEqual([operation, worker, true]);
    }
  });

  it('operations are begun, put down, taken up and completed, and what was made adds up', () => {
    const done = [...plant.operations.values()].filter(({ status }) => status === 'done');
    expect(done.length).toBeGreaterThan(plant.operations.size * 0.7);
    for (const { qtyTarget, qtyGood, qtyScrap, station } of done) {
      const { madeAgain } = factory.stations.find(({ id }) => id === station)?.device.scrap ?? {};
      expect([station, Number(qtyGood) + (madeAgain ? 0 : Number(qtyScrap))]).toEqual([
        station,
        Number(qtyTarget),
      ]);
    }
    for (const reports of grouped(plant.reports, ({ operation }) => operation))
      expect(reports[0]?.type).toBe('start');
    expect(plant.reports.some(({ type }) => type === 'resume')).toBe(true);
    expect(plant.reports.some(({ scrap }) => scrap > 0)).toBe(true);
    expect(plant.refused).toEqual([]);
  });

  it('nobody stays with two things at once', () => {
    const manned = new Set(
      factory.routings.flatMap(({ operations }) =>
        operations
          .filter(({ crew }) => crew > 0)
          .flatMap(({ stations }) => stations.map(({ station }) => station)),
      ),
    );
    for (const reports of grouped(
      plant.reports.filter(({ station }) => manned.has(station)),
      ({ worker }) => worker,
    )) {
      let with_: string | null = null;
      for (const { type, operation } of reports) {
        if (type === 'start' || type === 'resume') {
          expect(with_).toBeNull();
          with_ = operation;
        } else expect(operation).toBe(with_);
        if (type === 'pause' || type === 'complete') with_ = null;
      }
    }
  });

  it('machines stand in breaks and at night, and say what they do', () => {
    const mixer = stage.said('mixer-1', 'state');
    expect(new Set(mixer.map(({ state }) => state))).toEqual(
      expect.objectContaining(new Set(['idle', 'setup', 'running'])),
    );
    expect(mixer.some(({ reason }) => reason === 'break')).toBe(true);
    const midnight = start + 18.5 * HOUR;
    for (const { id } of factory.stations)
      expect([
        id,
        stage
          .said(id, 'state')
          .filter(({ at }) => at < midnight)
          .at(-1)?.['state'],
      ]).toEqual([id, expect.stringMatching(/idle|fault/)]);
  });

  it('orders, edits and cancellations come, and calls for help', () => {
    const asked = (path: string, method = 'POST') =>
      stage.questions.filter(({ route }) => route.path === path && route.method === method);
    const sent = asked('/channels/:channel/orders');
    expect(sent.length).toBeGreaterThan(250);
    expect(sent.some(({ body }) => (body['lines'] as unknown[]).length === 0)).toBe(true);
    expect(
      sent.some(({ body }) => Number(body['revision']) === 2 && (body['lines'] as unknown[]).length > 0),
    ).toBe(true);
    expect(asked('/orders').length).toBeGreaterThan(60);
    expect(stage.lines.filter(({ channel }) => channel === 'andon').length).toBeGreaterThan(3);
    expect(stage.lines.filter(({ channel }) => channel === 'alarm').length).toBeGreaterThan(10);
  });

  it('asks core about six times a factory minute, not more than thirty in any', () => {
    const minutes = new Map<number, number>();
    for (const { at } of stage.questions)
      minutes.set(Math.floor(at / 60_000), (minutes.get(Math.floor(at / 60_000)) ?? 0) + 1);
    expect(stage.questions.length / (48 * 60)).toBeLessThan(12);
    expect(Math.max(...minutes.values())).toBeLessThan(60);
  });
});

describe('what machines have counted and what people have reported', () => {
  it.each([
    ['as a rule', { answerSec: 1, buttonSec: 2 }, 20],
    ['when core is slow', { answerSec: 45, buttonSec: 200 }, 20],
    ['when buttons are heard long after', { answerSec: 5, buttonSec: 1500 }, 44],
  ] as const)('is the same once everybody has gone, %s', (_, load, hours) => {
    const { plant, stage } = live(hours, 1, load);
    const counted = factory.stations.map(({ id }) => {
      const last = stage.said(id, 'count').at(-1);
      return [id, last?.['good'] ?? 0, last?.['scrap'] ?? 0];
    });
    const reported = factory.stations.map(({ id }) => {
      const mine = plant.reports.filter(({ station }) => station === id);
      const sum = (qty: 'good' | 'scrap') => mine.reduce((total, report) => total + report[qty], 0);
      return [id, sum('good'), sum('scrap')];
    });
    expect(reported).toEqual(counted);
    expect(plant.reports.some(({ type }) => type === 'resume')).toBe(true);
  });
});

describe('the same seed', () => {
  const told = (seed: number) => {
    const { stage } = live(6, seed);
    return JSON.stringify([
      stage.lines,
      stage.questions.map(({ at, as, body, query }) => [at, as, body, query]),
    ]);
  };
  it('lives the same life', () => {
    const first = told(1);
    expect(told(1) === first).toBe(true);
    expect(told(2) === first).toBe(false);
  });
});
