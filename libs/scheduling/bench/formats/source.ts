/** An instance file: where it came from (for messages) and its text. */
export interface Source {
  path: string;
  text: string;
}

/** A file is not what its format says: message with path, line and a hint. */
export class FormatError extends Error {
  /**
   * @param path file
   * @param line line in it, from 1; 0 = the file as a whole
   * @param what what is wrong, with names and values
   * @param hint completes "Maybe …"
   */
  constructor(path: string, line: number, what: string, hint: string) {
    super(`${path}${line > 0 ? `:${line}` : ''}: ${what}. Maybe ${hint}`);
    this.name = 'FormatError';
  }
}

/** One line of numbers and its place in the file, from 1. */
export interface Line {
  number: number;
  values: number[];
}

/** The lines of a file of numbers, without blank lines and comments (from `#` on). Refuses words. */
export function numberLines({ path, text }: Source): Line[] {
  const lines: Line[] = [];
  text.split(/\r?\n/).forEach((raw, index) => {
    const words = raw.replace(/#.*/, '').split(/\s+/).filter(Boolean);
    if (words.length === 0) return;
    const values = words.map(Number);
    const wrong = values.findIndex((value) => !Number.isFinite(value));
    if (wrong >= 0)
      throw new FormatError(
        path,
        index + 1,
        `"${words[wrong].slice(0, 40)}" is no number`,
        'this is another kind of file',
      );
    lines.push({ number: index + 1, values });
  });
  return lines;
}

/** Reads lines of numbers one number at a time and knows where it is when something is wrong. */
export class NumberReader {
  private row = 0;
  private column = 0;

  constructor(
    private readonly path: string,
    private readonly lines: readonly Line[],
  ) {}

  /** Next number, on this line or a later one: a whole number within [least, most]. */
  whole(what: string, least = 0, most = Number.MAX_SAFE_INTEGER): number {
    while (this.row < this.lines.length && this.column >= this.lines[this.row].values.length) this.nextRow();
    if (this.row >= this.lines.length)
      throw new FormatError(
        this.path,
        this.lines.at(-1)?.number ?? 0,
        `the file ends before ${what}`,
        'it was cut short',
      );
    const value = this.lines[this.row].values[this.column++];
    if (!Number.isSafeInteger(value) || value < least || value > most)
      this.fail(
        `${what} is ${value}, not a whole number from ${least} to ${most}`,
        'the file has another format, or counts from 1',
      );
    return value;
  }

  /** Goes on to the next line; refuses when this one has numbers left. `what` names what the line held. */
  endLine(what: string): void {
    const left = (this.lines[this.row]?.values.length ?? 0) - this.column;
    if (left > 0) this.fail(`${left} numbers too many after ${what}`, 'the file has another format');
    this.nextRow();
  }

  /** Leaves the rest of this line out. */
  skipLine(): void {
    this.nextRow();
  }

  /** Numbers that are left on this line. */
  get leftOnLine(): number {
    return (this.lines[this.row]?.values.length ?? 0) - this.column;
  }

  /** Has everything been read? */
  get atEnd(): boolean {
    return this.row >= this.lines.length || (this.row === this.lines.length - 1 && this.leftOnLine === 0);
  }

  /** Refuses the file at this line. */
  fail(what: string, hint: string): never {
    throw new FormatError(
      this.path,
      this.lines[Math.min(this.row, this.lines.length - 1)]?.number ?? 0,
      what,
      hint,
    );
  }

  private nextRow(): void {
    this.row++;
    this.column = 0;
  }
}
