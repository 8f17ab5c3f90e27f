import type { PatternShift } from '@takt/contracts';

/** A shift of a pattern while it is typed. */
export interface DraftShift {
  readonly key: number;
  readonly crew: string;
  readonly name: string;
  readonly nameZh: string;
  readonly weekdays: readonly number[];
  readonly start: string;
  readonly end: string;
  /** `10:00-10:30, 12:00-12:45` */
  readonly breaks: string;
}

/** A shift as its fields show it. */
export function draftShift(shift: PatternShift, key: number): DraftShift {
  const { crew, name, nameZh = '', weekdays, start, end, breaks } = shift;
  return {
    ...{ key, crew, name, nameZh, weekdays, start, end },
    breaks: breaks.map((pause) => `${pause.start}-${pause.end}`).join(', '),
  };
}

/** A new shift: working days, eight hours. */
export function blankShift(key: number): DraftShift {
  return {
    ...{ key, crew: '', name: '', nameZh: '', weekdays: [1, 2, 3, 4, 5] },
    ...{ start: '06:00', end: '14:00', breaks: '10:00-10:30' },
  };
}

const PAUSE = /^(\d{1,2}:\d\d)\s*[-–~]\s*(\d{1,2}:\d\d)$/;
const two = (time: string) => time.padStart(5, '0');

/**
 * Reads breaks: `10:00-10:30, 12:00-12:45`.
 * @returns undefined when it cannot be read
 */
export function breaksOf(text: string): PatternShift['breaks'] | undefined {
  const parts = text
    .split(/[,，;；]/)
    .map((part) => part.trim())
    .filter(Boolean);
  const breaks = parts.flatMap((part) => {
    const [, start, end] = PAUSE.exec(part) ?? [];
    return start && end ? [{ start: two(start), end: two(end) }] : [];
  });
  return breaks.length === parts.length ? breaks : undefined;
}

/**
 * The shifts as they are sent.
 * @returns undefined while something is missing or cannot be read
 */
export function shiftsOf(drafts: readonly DraftShift[]): PatternShift[] | undefined {
  const shifts = drafts.flatMap(({ crew, name, nameZh, weekdays, start, end, breaks: text }) => {
    const breaks = breaksOf(text);
    if (crew === '' || name === '' || weekdays.length === 0 || !start || !end || !breaks) return [];
    const days = [...weekdays].sort((a, b) => a - b);
    return [{ crew, name, ...(nameZh !== '' && { nameZh }), weekdays: days, start, end, breaks }];
  });
  return shifts.length === drafts.length ? shifts : undefined;
}
