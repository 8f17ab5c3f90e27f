import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';

const Shape = z.object({
  seed: z.number().int(),
  /** master data and log-ins are there */
  isSetUp: z.boolean(),
  /** the opening stock by item, once it was received: the id of its command */
  stocked: z.record(z.string(), z.string()),
  /** epoch ms of the opening, once the orders of the opening were sent */
  openedAt: z.number().nullable(),
  /** login → password of the office */
  passwords: z.record(z.string(), z.string()),
  /** worker → PIN */
  pins: z.record(z.string(), z.string()),
  /** station → how its device logs in at the broker */
  devices: z.record(z.string(), z.object({ username: z.string(), password: z.string() })),
  /** `station …` or `line …` → token of the screen there */
  screens: z.record(z.string(), z.string()),
  /** channel → secret of its signatures */
  shops: z.record(z.string(), z.string()),
  /** screens that were offered to visitors and perhaps never paired */
  offered: z.array(z.string()),
});

/** What the people, machines and shops of the simulated factory know by heart: their log-ins, and how far the opening has come. */
export type Remembered = z.infer<typeof Shape>;

const EMPTY: Omit<Remembered, 'seed'> = {
  isSetUp: false,
  stocked: {},
  openedAt: null,
  passwords: {},
  pins: {},
  devices: {},
  screens: {},
  shops: {},
  offered: [],
};
const OWNER_ONLY = 0o600;

/** {@link Remembered} in a file that only its owner can read. Every change is on the disk before it counts. */
export class Memory {
  private known: Remembered;

  /**
   * Opens the file, or begins one.
   * @param path its place; the folder is made when absent
   * @param seed of a new one
   * @throws Error when the file holds something else
   */
  constructor(
    private readonly path: string,
    seed: number,
  ) {
    this.known = existsSync(path) ? readMemory(path) : { seed, ...EMPTY };
  }

  /** As it stands. */
  get all(): Remembered {
    return this.known;
  }

  /** Keeps something. */
  keep(change: Partial<Remembered>): void {
    this.known = { ...this.known, ...change };
    mkdirSync(dirname(this.path), { recursive: true });
    const next = `${this.path}.new`;
    writeFileSync(next, `${JSON.stringify(this.known, null, 2)}\n`, { mode: OWNER_ONLY });
    renameSync(next, this.path);
  }
}

function readMemory(path: string): Remembered {
  try {
    return Shape.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    throw new Error(`${path} is not what the simulated factory wrote. Maybe start with another data folder.`);
  }
}
