import type { WorkCalendar } from './calendar';
import { absencesOf, worksIn, type Person } from './capacity';
import { contains, intersect, measure, type Interval } from './interval';
import { EXTRA_CREW, shiftsIn, type Shift } from './shift';

const MINUTE = 60_000;

/** How long before its shift a person may badge in for it, in ms. */
export const EARLY_MS = 120 * MINUTE;
/** How long after the end of its shift a presence stays open and waits for the badge, in ms. */
export const GRACE_MS = 30 * MINUTE;
/** How long after the end of its shift a badge still ends a presence, in ms; later ones belong to nothing. */
export const LATE_OUT_MS = 360 * MINUTE;
/** A presence outside of every shift is closed after this, in ms. */
export const NO_SHIFT_MS = 720 * MINUTE;
/** Badging out a second time within this is the same leaving, in ms. */
export const REPEAT_MS = 10 * MINUTE;

/** After this much of a shift, who has not badged in is missing, in ms. */
export const ARRIVED_BY_MS = 15 * MINUTE;

/** One reading of a badge: comes, leaves for a break, is back from it, leaves. */
export interface Badge {
  readonly id: string;
  readonly direction: 'in' | 'break' | 'back' | 'out';
  /** epoch ms */
  readonly at: number;
}

/** A presence as the badges tell it. A badge out without one in is a presence of no length. */
export interface Presence {
  /** the badge that began it */
  readonly begunBy: string;
  readonly inAt: number;
  /** null: still here */
  readonly outAt: number | null;
  /** the badge that ended it; null: none did */
  readonly endedBy: string | null;
  /** end of the shift: where it is cut off when no badge ends it */
  readonly closeAt: number;
}

/**
 * What somebody's badges say about presence, in whatever order they arrived. In twice is one presence; out twice within
 * {@link REPEAT_MS} is one leaving; who forgets to badge out is cut off at the end of the shift. A break ends a presence, and whoever is
 * back, or comes again, begins the next; who leaves from a break has left when it began.
 * @param badges of one person
 * @param closesAt end of the shift to which an arrival belongs, epoch ms; see {@link shiftEndAfter}
 * @param now epoch ms: presences whose shift ended more than {@link GRACE_MS} ago are closed
 */
export function presencesOf(
  badges: readonly Badge[],
  closesAt: (inAt: number) => number,
  now: number,
): Presence[] {
  const result: Presence[] = [];
  const breaks = new Set(badges.filter(({ direction }) => direction === 'break').map(({ id }) => id));
  let open: Presence | null = null;
  for (const badge of [...badges].sort((a, b) => a.at - b.at)) {
    if (open !== null && badge.at > latestEnd(open, badge)) {
      result.push(cutOff(open));
      open = null;
    }
    if (arrives(badge)) open ??= begin(badge, closesAt(badge.at));
    else if (open !== null) {
      result.push({ ...open, outAt: badge.at, endedBy: badge.id });
      open = null;
    } else if (badge.direction === 'out') {
      const before = fromBreak(result.at(-1), badge, breaks);
      if (before) result.splice(-1, 1, { ...before, endedBy: badge.id });
      else if (!repeats(result.at(-1), badge))
        result.push({ ...begin(badge, badge.at), outAt: badge.at, endedBy: badge.id });
    }
  }
  if (open !== null) result.push(now > open.closeAt + GRACE_MS ? cutOff(open) : open);
  return result;
}

const begin = (badge: Badge, closeAt: number): Presence => ({
  begunBy: badge.id,
  inAt: badge.at,
  outAt: null,
  endedBy: null,
  closeAt: Math.max(badge.at, closeAt),
});

const cutOff = (open: Presence): Presence => ({ ...open, outAt: open.closeAt });

const arrives = ({ direction }: Badge): boolean => direction === 'in' || direction === 'back';

const latestEnd = (open: Presence, badge: Badge): number =>
  arrives(badge) ? open.closeAt : open.closeAt + LATE_OUT_MS;

/** The presence before, when the break that ended it is what the badge leaves from. */
const fromBreak = (
  before: Presence | undefined,
  badge: Badge,
  breaks: ReadonlySet<string>,
): Presence | undefined =>
  before?.endedBy && breaks.has(before.endedBy) && badge.at <= before.closeAt + LATE_OUT_MS
    ? before
    : undefined;

/** Is it the leaving before, badged once more? */
const repeats = (before: Presence | undefined, badge: Badge): boolean =>
  before !== undefined && before.endedBy !== null && badge.at - (before.outAt ?? 0) <= REPEAT_MS;

/** The shifts of a person's home line to which an instant may belong; those of the own crew go before those of others. */
function shiftsAround(person: Pick<Person, 'crew'>, calendar: WorkCalendar, at: number): Shift[] {
  const reach: Interval = [at, at + EARLY_MS + 1];
  const shifts = shiftsIn(calendar, reach).filter(
    (shift) => shift.startAt - EARLY_MS <= at && at < shift.endAt,
  );
  const own = shifts.filter((shift) => shift.crew === person.crew || shift.crew === EXTRA_CREW);
  return own.length > 0 ? own : shifts;
}

/**
 * When the shift ends for which somebody arrives: the shift of the own crew that is on or begins within {@link EARLY_MS},
 * else that of another crew (the later of two), else {@link NO_SHIFT_MS} after the arrival.
 * @param person whose crew counts
 * @param calendar of the line
 * @param inAt arrival, epoch ms
 */
export function shiftEndAfter(person: Pick<Person, 'crew'>, calendar: WorkCalendar, inAt: number): number {
  const ends = shiftsAround(person, calendar, inAt).map((shift) => shift.endAt);
  return ends.length > 0 ? Math.max(...ends) : inAt + NO_SHIFT_MS;
}

/**
 * Was somebody expected to come, or to leave, at that time? To come: the own shift is on or begins within {@link EARLY_MS}, and
 * no absence is known. To leave: no own shift goes on for longer than {@link REPEAT_MS}. Breaks are always expected: who is on one is still
 * at work.
 * @param calendar of the person's home line
 */
export function isExpected(
  person: Pick<Person, 'id' | 'crew'>,
  calendar: WorkCalendar,
  badge: Badge,
): boolean {
  if (badge.direction === 'break' || badge.direction === 'back') return true;
  const own = shiftsAround(person, calendar, badge.at).filter((shift) => worksIn(person, shift));
  const absent = contains(absencesOf(person.id, calendar.exceptions), badge.at);
  if (badge.direction === 'in') return own.length > 0 && !absent;
  return absent || !own.some((shift) => shift.startAt <= badge.at && badge.at < shift.endAt - REPEAT_MS);
}

/** Somebody's presence on a line. */
export interface PresentOn {
  readonly worker: string;
  readonly inAt: number;
  readonly outAt: number | null;
}

/**
 * Who was, or is, present in a shift: those who are here while it is on, and those who were there for more than
 * {@link GRACE_MS} of it. Who only passes through on the way to the next shift is not counted.
 * @param now epoch ms
 * @returns ids in the order of arrival
 */
export function presentIn(shift: Shift, presences: readonly PresentOn[], now: number): string[] {
  const span: Interval = [shift.startAt, shift.endAt];
  const isOn = shift.startAt <= now && now < shift.endAt;
  const counted = presences.filter(({ inAt, outAt }) => {
    if (isOn && outAt === null && inAt <= now) return true;
    const there: Interval = [inAt, Math.min(outAt ?? now, now)];
    return there[0] < there[1] && measure(intersect([there], [span])) > GRACE_MS;
  });
  return [...new Set([...counted].sort((a, b) => a.inAt - b.inAt).map(({ worker }) => worker))];
}

/**
 * Who is expected in a shift and not here, once it has been on for {@link ARRIVED_BY_MS}. Nobody is missing where nobody at all is
 * here: there nobody uses badges, or the line does not run.
 * @param roster ids of those who are expected, see {@link rosterOf}
 * @param here ids of those who are here now
 * @param now epoch ms
 */
export function missingIn(
  shift: Shift,
  roster: readonly string[],
  here: ReadonlySet<string>,
  now: number,
): string[] {
  const isOn = shift.startAt + ARRIVED_BY_MS <= now && now < shift.endAt;
  return isOn && roster.some((worker) => here.has(worker))
    ? roster.filter((worker) => !here.has(worker))
    : [];
}
