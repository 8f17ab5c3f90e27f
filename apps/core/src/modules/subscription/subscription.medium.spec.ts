import readWorkbook from 'read-excel-file/node';
import {
  DELIVERY_HEADER,
  plantRoutes,
  reportSubscriptionRoutes as routes,
  SIGNATURE_HEADER,
  TIMESTAMP_HEADER,
  type ReportMessage,
  type ReportSending,
  type RequestOf,
} from '@takt/contracts';
import { startCore, type TestCore } from '../../../test/core';
import { mailServer, type MailServer } from '../../../test/mail-server';
import { otherPlant } from '../../../test/other-plant';
import { staffedLine } from '../../../test/people';
import { shopServer, type ShopServer } from '../../../test/shop-server';
import { until } from '../../../test/until';
import { Clock } from '../../platform/clock';
import { Jobs } from '../../platform/queue';
import { signatureOf } from '../channel';
import { RollUpService } from '../performance';

// Reports with a Chinese font take a while on a busy machine.
jest.setTimeout(120_000);

let core: TestCore;
let receiver: ShopServer;
let mails: MailServer;

type Body = NonNullable<RequestOf<typeof routes.put>['body']>;
const at = (time: string, day = '04'): string => `2026-03-${day}T${time}:00+08:00`;
/** The clock goes there, the figures follow, and what is due is taken up. */
async function goTo(instant: string): Promise<void> {
  core.running.app.get(Clock).resumeAt(Date.parse(instant));
  await core.running.app.get(RollUpService).catchUp('main');
  await sweep();
}
const sweep = (): Promise<void> => core.running.app.get(Jobs).tick('report.sweep');
const put = (subscription: string, change: Partial<Body> = {}, ifMatch?: number) =>
  core.call(
    routes.put,
    {
      params: { subscription },
      body: {
        ...{ name: subscription, span: 'shift', format: 'xlsx', language: 'en', line: null, delayMin: 10 },
        ...{ target: { kind: 'webhook', url: `${receiver.url}/${subscription}` }, active: true },
        ...change,
      },
    },
    ifMatch === undefined ? {} : { ifMatch },
  );
const switchOff = async (subscription: string): Promise<void> => {
  const found = (await core.call(routes.list)).items.find(({ id }) => id === subscription);
  if (!found) throw new Error(`no report ${subscription}`);
  const { id: _, revision, nextAt: __, last: ___, ...values } = found;
  await put(subscription, { ...values, active: false }, revision);
};
const sendings = async (subscription: string): Promise<ReportSending[]> =>
  (await core.call(routes.sendings, { query: { filter: `subscription:${subscription}` } })).items;
const arrivals = (subscription: string) => receiver.arrived.filter(({ path }) => path === `/${subscription}`);
const messages = (subscription: string): ReportMessage[] =>
  arrivals(subscription).map(({ text }) => JSON.parse(text) as ReportMessage);
const settled = (subscription: string) =>
  until(async () => {
    const all = await sendings(subscription);
    return all.length > 0 && all.every(({ status }) => status !== 'pending');
  }, 60_000);
const fileOf = ({ content }: ReportMessage): Buffer => Buffer.from(content, 'base64');

beforeAll(async () => {
  [receiver, mails] = await Promise.all([shopServer(), mailServer()]);
  core = await startCore({
    ...{ CLOCK_START: at('09:00'), WEBHOOK_PRIVATE: '127.0.0.1' },
    ...{ SMTP_URL: mails.url, SMTP_FROM: 'takt@plant.example' },
  });
  const { id: _, revision: __, ...plant } = await core.call(plantRoutes.current);
  const body = { ...plant, name: 'Delft', timeZone: 'Asia/Shanghai' };
  await core.call(plantRoutes.update, { params: { plant: 'main' }, body }, { ifMatch: 1 });
  await staffedLine(core, 'cell');
  await goTo(at('09:01'));
});
afterAll(async () => {
  await core.stop();
  await Promise.all([receiver.close(), mails.close()]);
});

it('a shift that is over is told of once, signed, with its report as a file', async () => {
  const { secret = '', nextAt } = await put('shifts', { line: 'cell' });
  expect(nextAt).toBe(new Date(at('14:10')).toISOString());
  await goTo(at('14:05'));
  expect(await sendings('shifts')).toEqual([]);
  await goTo(at('14:11'));
  await Promise.all([sweep(), sweep()]);
  await settled('shifts');
  const [arrived] = arrivals('shifts');
  const [message] = messages('shifts');
  if (!arrived || !message) throw new Error('nothing arrived');
  const { headers, text } = arrived;
  expect(headers[SIGNATURE_HEADER]).toBe(signatureOf(secret, String(headers[TIMESTAMP_HEADER]), text));
  expect(headers[DELIVERY_HEADER]).toBe(message.id);
  expect(message).toMatchObject({
    ...{ event: 'report.written', plant: 'main', subscription: 'shifts', trial: false, span: 'shift' },
    ...{ period: '2026-03-04T06:00/early', day: '2026-03-04', line: 'cell', language: 'en' },
    ...{ from: new Date(at('06:00')).toISOString(), to: new Date(at('14:00')).toISOString() },
    title: 'Shift report 2026-03-04 06:00 early',
  });
  const [figures] = await readWorkbook(fileOf(message));
  expect(figures?.data[0]?.[0]).toContain('Shift report 2026-03-04 06:00 early');
  expect(figures?.data[1]?.slice(0, 2)).toEqual(['Figure', 'Value']);
  expect(arrivals('shifts')).toHaveLength(1);
  const { items } = await core.call(routes.list);
  expect(items.find(({ id }) => id === 'shifts')).toMatchObject({
    nextAt: new Date(at('22:10')).toISOString(),
    last: { status: 'delivered', attempts: 1, lastStatus: '204', period: '2026-03-04T06:00/early' },
  });
  await switchOff('shifts');
});

it('what ended while core was away is made up for, each period once and in order', async () => {
  await put('days', { span: 'day', line: 'cell', delayMin: 0 });
  await goTo(at('07:00', '07'));
  await settled('days');
  await until(() => arrivals('days').length === 3);
  const periods = messages('days').map(({ period }) => period);
  expect(periods.sort()).toEqual(['2026-03-04', '2026-03-05', '2026-03-06']);
  expect(
    messages('days')
      .map(({ to }) => to)
      .sort(),
  ).toEqual(['05', '06', '07'].map((day) => new Date(at('06:00', day)).toISOString()));
  await switchOff('days');
});

it('a receiver that is away, and a core that dies while it sends, lead to the same message again', async () => {
  await put('again');
  receiver.answers.push(503);
  await core.call(routes.try, { params: { subscription: 'again' } });
  await until(() => arrivals('again').length === 2);
  await settled('again');
  const [once, twice] = arrivals('again');
  expect(twice?.text).toBe(once?.text);
  expect(twice?.headers[DELIVERY_HEADER]).toBe(once?.headers[DELIVERY_HEADER]);
  expect(await sendings('again')).toMatchObject([{ status: 'delivered', attempts: 2, lastStatus: '204' }]);
  // as it stands when the process was killed after the receiver had answered: taken, written, not settled
  await core.database.query(
    `update report_sending set delivered_at = null, message = $1, next_attempt_at = now() - interval '1 minute', claimed_until = now() - interval '10 seconds'
     where subscription = 'again'`,
    [once?.text],
  );
  await sweep();
  await until(() => arrivals('again').length === 3);
  await settled('again');
  expect(arrivals('again')[2]?.text).toBe(once?.text);
  await switchOff('again');
});

it('is given up when the receiver is gone for good, and says so', async () => {
  await put('gone');
  receiver.answers.push(410);
  await core.call(routes.try, { params: { subscription: 'gone' } });
  await settled('gone');
  expect(await sendings('gone')).toMatchObject([
    { status: 'failed', trial: true, lastStatus: '410', nextAttemptAt: null },
  ]);
  await switchOff('gone');
});

it('one that was switched off sends nothing that waits, but may be tried', async () => {
  await put('quiet', { language: 'zh-CN' });
  receiver.answers.push(...Array<number>(9).fill(500));
  await core.call(routes.try, { params: { subscription: 'quiet' } });
  await until(async () => (await sendings('quiet'))[0]?.lastStatus === '500');
  await core.database.query(`update report_sending set trial = false where subscription = 'quiet'`);
  await switchOff('quiet');
  await settled('quiet');
  expect(await sendings('quiet')).toMatchObject([{ status: 'failed', lastStatus: 'switched off' }]);
  receiver.answers.length = 0;
  await core.call(routes.try, { params: { subscription: 'quiet' } });
  await settled('quiet');
  expect(messages('quiet').at(-1)).toMatchObject({ title: expect.stringContaining('班次报告'), trial: true });
  expect((await core.call(routes.list)).items.find(({ id }) => id === 'quiet')?.nextAt).toBeNull();
});

it('goes by mail, as an attachment, again under the same id when the server asks for patience', async () => {
  const target = { kind: 'mail' as const, to: ['lead@plant.example', 'nobody@plant.example'] };
  await put('mail', { target, span: 'month', format: 'pdf' });
  mails.answers.push('451 try later');
  const { id } = await core.call(routes.try, { params: { subscription: 'mail' } });
  await settled('mail');
  expect(mails.taken).toHaveLength(1);
  const [{ from, to, text }] = mails.taken as [MailServer['taken'][0]];
  expect([from, to]).toEqual(['takt@plant.example', ['lead@plant.example']]);
  expect(text).toContain(`Message-ID: <${id}@plant.example>`);
  expect(text).toMatch(/^Subject: Delft: Month report 2026-02/m);
  expect(text).toMatch(/filename="?month-2026-02\.pdf/);
  expect(text).toContain(Buffer.from('%PDF-1.').toString('base64').slice(0, 8));
  const [sent] = await sendings('mail');
  expect(sent).toMatchObject({ status: 'delivered', attempts: 2 });
  expect(sent?.lastStatus).toContain('refused: nobody@plant.example');
});

it.each<[string, Body['target'], number, string]>([
  ['a private address', { kind: 'webhook', url: 'http://169.254.169.254/latest' }, 422, 'channel.webhook'],
  ['no TLS beyond the house', { kind: 'webhook', url: 'http://93.184.216.34/' }, 422, 'channel.webhook'],
  ['another protocol', { kind: 'webhook', url: 'file:///etc/passwd' }, 400, 'request.invalid'],
  [
    'a password in the address',
    { kind: 'webhook', url: 'https://a:b@shop.example/' },
    400,
    'request.invalid',
  ],
  ['no mail address', { kind: 'mail', to: ['x@y.example\r\nBcc: z@y.example'] }, 400, 'request.invalid'],
])('%s is refused', async (_, target, status, code) => {
  const body = {
    name: 'x',
    span: 'day',
    format: 'pdf',
    language: 'en',
    line: null,
    delayMin: 0,
    target,
    active: true,
  } as const;
  const answer = await core.send(routes.put, { params: { subscription: 'bad' }, body });
  expect([answer.status, answer.body.code]).toEqual([status, code]);
});

it('one of a line that there is not, and a trial of what there is not, are refused', async () => {
  const params = { subscription: 'ghost' };
  await expect(put('ghost', { line: 'ghost' })).rejects.toThrow('reference.unknown');
  expect((await core.send(routes.try, { params })).body.code).toBe('thing.unknown');
  expect((await core.send(routes.renewSecret, { params })).body.code).toBe('thing.unknown');
});

it('those of another plant are not seen', async () => {
  await put('ours', { active: false });
  const token = await otherPlant(core, 'elsewhere');
  expect((await core.call(routes.list, {}, { token })).items).toEqual([]);
  expect((await core.call(routes.sendings, {}, { token })).items).toEqual([]);
  expect((await core.send(routes.try, { params: { subscription: 'ours' } }, { token })).body.code).toBe(
    'thing.unknown',
  );
});

it('is deleted with what is known of its sendings, and its id is free again', async () => {
  const { secret } = await put('left');
  await core.call(routes.try, { params: { subscription: 'left' } });
  await settled('left');
  await core.call(routes.remove, { params: { subscription: 'left' } });
  expect(await sendings('left')).toEqual([]);
  expect((await core.call(routes.list)).items.map(({ id }) => id)).not.toContain('left');
  const again = await core.send(routes.remove, { params: { subscription: 'left' } });
  expect(again).toMatchObject({ status: 404, body: { code: 'thing.unknown' } });
  const renewed = await put('left');
  expect([renewed.revision, renewed.secret === secret]).toEqual([1, false]);
  await switchOff('left');
});
