import { ProblemException } from '../errors';

/** How many requests may wait in one line before further ones are sent away. */
const LINE_MAX = 500;
const TRY_AGAIN_SEC = 5;

/** Requests of one kind: some at once, the others wait in line, in the order in which they came. */
class Line {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  /** @throws ProblemException `request.too-many` when the line is full */
  async run<T>(atOnce: number, work: () => Promise<T>): Promise<T> {
    if (this.waiting.length >= LINE_MAX)
      throw new ProblemException('request.too-many', { seconds: TRY_AGAIN_SEC });
    if (this.running >= atOnce) await new Promise<void>((go) => this.waiting.push(go));
    else this.running++;
    try {
      return await work();
    } finally {
      // The place is handed to the next, so that nobody who comes meanwhile gets ahead.
      const next = this.waiting.shift();
      if (next) next();
      else this.running--;
    }
  }
}

const lines = new Map<string, Line>();

/**
 * Lets at most `atOnce` calls of all handlers of the same line run in this process; the others wait, holding nothing. For
 * work that keeps a database connection while it plans: a flood of it must not take the connections of everybody else.
 * Stands below `@Handle`.
 * @param line name of the line, shared by handlers that do the same kind of work
 */
export function InTurn(line: string, atOnce: number) {
  return <A extends unknown[], R>(
    _target: object,
    _name: string | symbol,
    descriptor: TypedPropertyDescriptor<(...args: A) => Promise<R>>,
  ): void => {
    const work = descriptor.value;
    if (!work) throw new Error('@InTurn stands on a method');
    const queue = lines.get(line) ?? new Line();
    lines.set(line, queue);
    descriptor.value = function (this: unknown, ...args: A): Promise<R> {
      return queue.run(atOnce, () => work.apply(this, args));
    };
  };
}
