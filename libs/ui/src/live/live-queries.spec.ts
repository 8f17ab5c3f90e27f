import type { ServerEvent, VersionedEventName } from '@takt/contracts';
import { QueryClient, QueryObserver, timeoutManager } from '@tanstack/react-query';
import { NoReplyError } from '../api/problem-error';
import { LiveQueries } from './live-queries';

const settle = () => new Promise((done) => setImmediate(done));
const until = async (is: () => boolean) => {
  while (!is()) await settle();
};

/** What waits to be asked for again does not keep the test from ending. */
timeoutManager.setTimeoutProvider({
  setTimeout: (...timer) => setTimeout(...timer).unref(),
  clearTimeout: (timer) => clearTimeout(timer),
  setInterval: (...timer) => setInterval(...timer).unref(),
  clearInterval: (timer) => clearInterval(timer),
});

interface Request {
  reply(text: string): void;
  fail(): void;
}

/** Replies come when the test says so; where a failed request is made once more at all, it is made much later. */
const setUp = (resources: string[], { retry = true } = {}) => {
  const queries = new QueryClient({
    defaultOptions: { queries: { networkMode: 'always', retry, retryDelay: 1e8, gcTime: Infinity } },
  });
  const live = new LiveQueries(queries, settle);
  const requests: Record<string, Request[]> = {};
  const stops = resources.map((resource) => {
    const made = (requests[resource] = [] as Request[]);
    const observer = new QueryObserver(queries, {
      queryKey: [resource, resource, {}, {}],
      queryFn: () =>
        new Promise<string>((resolve, reject) =>
          made.push({ reply: resolve, fail: () => reject(new NoReplyError('away')) }),
        ),
    });
    return observer.subscribe(() => undefined);
  });
  const asked = async (resource: string, times: number) => {
    await until(() => (requests[resource]?.length ?? 0) >= times);
    return requests[resource]?.[times - 1] as Request;
  };
  const shows = (resource: string, text: string) =>
    until(() => queries.getQueryData([resource, resource, {}, {}]) === text);
  const event = (name: VersionedEventName) => live.take(name, {} as ServerEvent<VersionedEventName>);
  const stop = () => {
    for (const leave of stops) leave();
    queries.clear();
  };
  return { asked, shows, event, stop };
};

it('asks again after an event, though the request before has failed and waits', async () => {
  const { asked, shows, event, stop } = setUp(['/operations']);
  (await asked('/operations', 1)).reply('1 made');
  await shows('/operations', '1 made');
  event('operation.changed');
  (await asked('/operations', 2)).fail();
  event('operation.changed');
  (await asked('/operations', 3)).reply('2 made');
  await shows('/operations', '2 made');
  stop();
});
it('does not wait with one list for another one', async () => {
  const { asked, shows, event, stop } = setUp(['/operations', '/work-orders']);
  (await asked('/operations', 1)).reply('1 made');
  (await asked('/work-orders', 1)).reply('begun');
  await shows('/operations', '1 made');
  await shows('/work-orders', 'begun');
  event('operation.changed');
  (await asked('/operations', 2)).reply('2 made');
  await asked('/work-orders', 2); // and no reply
  event('operation.changed');
  (await asked('/operations', 3)).reply('3 made');
  await shows('/operations', '3 made');
  stop();
});
it('does not take a first reply that was under way for one after the event', async () => {
  const { asked, shows, event, stop } = setUp(['/operations']);
  const first = await asked('/operations', 1);
  event('operation.changed');
  first.reply('1 made');
  (await asked('/operations', 2)).reply('2 made');
  await shows('/operations', '2 made');
  stop();
});
it('asks once for many events while a reply is under way', async () => {
  const { asked, shows, event, stop } = setUp(['/stops']);
  (await asked('/stops', 1)).reply('none');
  await shows('/stops', 'none');
  event('stop.changed');
  const second = await asked('/stops', 2);
  for (let times = 0; times < 5; times++) event('stop.changed');
  second.reply('one');
  const third = await asked('/stops', 3);
  await shows('/stops', 'one');
  third.reply('two');
  await shows('/stops', 'two');
  event('stop.changed');
  await asked('/stops', 4);
  stop();
});
it('asks again for what is shown and old, when nobody has answered and no other event comes', async () => {
  const { asked, shows, event, stop } = setUp(['/operations'], { retry: false });
  (await asked('/operations', 1)).reply('1 made');
  await shows('/operations', '1 made');
  event('operation.changed');
  (await asked('/operations', 2)).fail();
  (await asked('/operations', 3)).fail();
  (await asked('/operations', 4)).reply('2 made');
  await shows('/operations', '2 made');
  stop();
});
