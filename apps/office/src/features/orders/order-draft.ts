import type { NewOrder, Quantity } from '@takt/contracts';

/** A line while it is typed. */
export interface DraftLine {
  /** stays the same while lines around it come and go */
  readonly key: number;
  readonly item: string;
  readonly qty: string;
  readonly requestedAt: string;
  readonly note: string;
}

/** An order while it is typed. */
export interface Draft {
  readonly customer: string;
  readonly lines: readonly DraftLine[];
}

/** What is sent of a draft. */
export type DraftBody = Omit<NewOrder, 'lines'> & {
  readonly lines: {
    readonly item: string;
    readonly qty: Quantity;
    readonly requestedAt: string;
    readonly note: string;
  }[];
};

/** An empty line; its wish is taken from the line before it. */
export function emptyLine(key: number, requestedAt: string): DraftLine {
  return { key, item: '', qty: '', requestedAt, note: '' };
}

/** Is everything there that core needs? A line that nobody has begun does not count. */
function complete({ item, qty, requestedAt }: DraftLine): boolean {
  return item !== '' && Number(qty) > 0 && requestedAt !== '';
}

/** Has somebody begun to type the line? */
function begun({ item, qty, note }: DraftLine): boolean {
  return item !== '' || qty !== '' || note !== '';
}

/** The lines that can be asked about already, with their places in the draft. */
export function askable(draft: Draft): readonly DraftLine[] {
  return draft.lines.filter(complete);
}

/**
 * What is sent: the finished lines.
 * @returns undefined while the customer, a whole line or a part of a begun line is missing
 */
export function bodyOf(draft: Draft): DraftBody | undefined {
  const lines = draft.lines.filter(begun);
  if (draft.customer === '' || lines.length === 0 || !lines.every(complete)) return undefined;
  return { customer: draft.customer, lines: lines.map(({ key: _key, ...line }) => line) };
}
