import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Injectable, Logger } from '@nestjs/common';
import { projectRoot } from '../../version';
import type { CheckAnswer, CheckOrder } from './check.thread';

/** Memory that reading a file may take. */
const HEAP_MB = 1024;
/** Time that reading a file may take, in real ms. */
const TIME_MS = 180_000;

const unreadable = (why: string): CheckAnswer => ({ kind: 'unreadable', format: 'XLSX / CSV', why });

/**
 * Reads and checks files in a thread of its own, one at a time: a large file delays no request, and one that was made to exhaust
 * memory or time ends its thread and nothing else.
 */
@Injectable()
export class FileChecker {
  protected readonly heapMb: number = HEAP_MB;
  private readonly logger = new Logger('import');
  private last: Promise<unknown> = Promise.resolve();

  /** Checks a file when those before it are done. */
  check(order: CheckOrder): Promise<CheckAnswer> {
    const answer = this.last.then(() => this.run(order));
    this.last = answer.catch(() => undefined);
    return answer;
  }

  private run(order: CheckOrder): Promise<CheckAnswer> {
    return new Promise((done) => {
      // Threads run the build, also when core itself runs from its sources in tests.
      const file = join(projectRoot(), 'dist/apps/core/src/modules/import/check.thread.js');
      const worker = new Worker(file, { resourceLimits: { maxOldGenerationSizeMb: this.heapMb } });
      const end = (answer: CheckAnswer): void => {
        clearTimeout(timer);
        void worker.terminate();
        done(answer);
      };
      const timer = setTimeout(() => end(unreadable(`not read within ${TIME_MS} ms`)), TIME_MS);
      worker.once('message', end);
      worker.once('error', (error) => {
        this.logger.warn({ err: error, file: order.name }, 'a file could not be read');
        end(unreadable(error.message));
      });
      worker.postMessage(order);
    });
  }
}
