import { Worker } from 'node:worker_threads';

const TIME_MS = 60_000;

/** The one before: documents are drawn one at a time, so that many at once do not take the memory of many fonts. */
let before: Promise<unknown> = Promise.resolve();

function begin(code: string, data: object): Promise<Buffer> {
  return new Promise((done, fail) => {
    const worker = new Worker(code, { eval: true, workerData: data });
    const late = setTimeout(() => {
      fail(new Error('the document was not drawn in time'));
      void worker.terminate();
    }, TIME_MS);
    worker.once('message', (bytes: Uint8Array) => done(Buffer.from(bytes)));
    worker.once('error', fail);
    worker.once('exit', () => {
      clearTimeout(late);
      fail(new Error('the thread that draws documents ended'));
    });
  });
}

/**
 * Draws a document in a thread of its own, since fonts and long tables keep an event loop busy.
 * @param code plain JavaScript as text, the same for the sources and for the build: it posts the bytes of the document
 * @param data what it finds as `workerData`
 * @throws Error when it fails, or takes longer than a minute
 */
export function draw(code: string, data: object): Promise<Buffer> {
  const drawn = before.then(() => begin(code, data));
  before = drawn.catch(() => undefined);
  return drawn;
}
