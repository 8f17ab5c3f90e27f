import { parentPort } from 'node:worker_threads';
import { checkImport, type CheckResult } from './check';
import { readFile } from './file/read-file';
import { Unreadable } from './file/raw-sheet';
import type { Known } from './world';

/** What the thread is asked to do. */
export interface CheckOrder {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly known: Known;
}

/** What the thread answers. */
export type CheckAnswer =
  | { readonly kind: 'checked'; readonly result: CheckResult }
  | { readonly kind: 'unreadable'; readonly format: string; readonly why: string };

/** Reads and checks one file beside the event loop of core. */
async function check({ name, bytes, known }: CheckOrder): Promise<CheckAnswer> {
  try {
    const sheets = await readFile(name, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    return { kind: 'checked', result: checkImport(sheets, known) };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { kind: 'unreadable', format: error.format, why: error.message };
  }
}

parentPort?.once('message', (order: CheckOrder) => {
  void check(order).then((answer) => parentPort?.postMessage(answer));
});
