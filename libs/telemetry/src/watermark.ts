/** Received sequence numbers of one boot as sorted, disjoint, inclusive ranges. */
export type SeqRanges = readonly (readonly [from: number, to: number])[];

function join(parts: SeqRanges): SeqRanges {
  const result: [number, number][] = [];
  for (const [from, to] of [...parts].sort((a, b) => a[0] - b[0])) {
    const last = result.at(-1);
    if (last !== undefined && from <= last[1] + 1) last[1] = Math.max(last[1], to);
    else result.push([from, to]);
  }
  return result;
}

/**
 * Adds sequence numbers; repeated ones change nothing.
 * @param ranges as known; not changed
 * @param seqs integers ≥ 0 in any order
 */
export function addSeqs(ranges: SeqRanges, seqs: readonly number[]): SeqRanges {
  return join([...ranges, ...runsOf(seqs)]);
}

/** Numbers as ranges: they come in order but for few, so that most of them only make the last range longer. */
function runsOf(seqs: readonly number[]): SeqRanges {
  const runs: [number, number][] = [];
  let last: [number, number] | undefined;
  for (const seq of seqs) {
    if (last !== undefined && seq === last[1] + 1) last[1] = seq;
    else runs.push((last = [seq, seq]));
  }
  return runs;
}

/** The commit watermark: the highest number up to which nothing is missing; −1 when 0 is missing. */
export function watermarkOf(ranges: SeqRanges): number {
  return ranges.length > 0 && ranges[0][0] === 0 ? ranges[0][1] : -1;
}

/** How many numbers are missing below the highest received one. */
export function missingSeqs(ranges: SeqRanges): number {
  return ranges.reduce((sum, [from], i) => sum + from - (i === 0 ? 0 : ranges[i - 1][1] + 1), 0);
}

/** Gives up waiting for what is missing up to a number, such as measurements sent at most once: the watermark moves on. */
export function giveUpBelow(ranges: SeqRanges, seq: number): SeqRanges {
  return join([[0, seq], ...ranges]);
}

/** Has a sequence number been received? */
export function hasSeq(ranges: SeqRanges, seq: number): boolean {
  return ranges.some(([from, to]) => from <= seq && seq <= to);
}

/** Keeps the list of ranges short: when there are more than `most`, the older half of the gaps is given up. */
export function shorten(ranges: SeqRanges, most: number): SeqRanges {
  if (ranges.length <= most) return ranges;
  const first = ranges[ranges.length - Math.ceil(most / 2)];
  return first === undefined ? ranges : giveUpBelow(ranges, first[0] - 1);
}
