import { jobCatalog, type JobSpec } from '@takt/contracts';
import { detailWord, outcomeWord, partWord, queueWord } from './loop-words';

const queues = (Object.values(jobCatalog) as readonly JobSpec[]).flatMap(({ queue }) => queue ?? []);

it.each(queues)('has a word for the queue %s', (queue) => expect(queueWord(queue)).toBeDefined());

it('says what a replan led to, and why it failed', () => {
  expect(outcomeWord('published')).toEqual({ key: 'loop.outcome.published' });
  expect(outcomeWord('failed: no station')).toEqual({
    key: 'loop.outcome.failed',
    values: { why: 'no station' },
  });
  expect(outcomeWord('else')).toBeUndefined();
});

it('says which part it is, and how it is', () => {
  const broker = { part: 'broker', ok: true };
  expect(partWord('broker')).toEqual({ key: 'loop.part.broker' });
  expect(detailWord({ ...broker, detail: '12 devices connected' })).toEqual({
    key: 'loop.devices',
    values: { count: 12 },
  });
  expect(detailWord({ ...broker, ok: false, detail: 'not open' })).toBeUndefined();
});
