import type { Notice, Slot, Trigger, UserName } from '@takt/contracts';
import { formatSpan, formatWhen, type Place } from '../format/instant';
import type { Say, UiKey } from '../i18n/texts';

/** Finds the name of a thing for the reader; the id where nothing better is known. */
export interface NameBook {
  station(id: string): string;
  item(id: string): string;
  /** a person by worker or login */
  worker(id: string): string;
}

/**
 * Finds people by their login, or the id of the user, too: core tells of some deeds by which of them they were done.
 * @param worker finds the name of a worker; the id where none is known
 * @param users who stands behind which login
 */
export function loginsToo(
  worker: (id: string) => string,
  users: readonly UserName[],
): (id: string) => string {
  const known = new Map(users.flatMap((user) => [user.login, user.id].map((id) => [id, user])));
  return (id) => {
    const user = known.get(id);
    const name = worker(user?.worker ?? id);
    return user && (user.worker === null || name === user.worker) ? user.name : name;
  };
}

/** A name book for screens that have only ids. */
export const idsAsNames: NameBook = { station: (id) => id, item: (id) => id, worker: (id) => id };

/** What a reader needs to write a notice. */
export interface NoticeReader {
  readonly say: Say<UiKey>;
  readonly place: Place;
  /** factory time, epoch ms */
  readonly nowMs: number;
  readonly names: NameBook;
}

/** A notice in words: what, old → new, from when, why, by whom. */
export interface NoticeWords {
  readonly title: string;
  readonly what: string;
  /** undefined: the notice is no change from one thing to another */
  readonly change: { readonly from: string; readonly to: string } | undefined;
  readonly effective: string | undefined;
  readonly why: string;
  readonly by: string;
}

/**
 * A trigger in words: `Oven 2 is down`.
 * @param trigger what happened
 * @param say texts
 * @param names name book
 */
export function triggerWords(trigger: Trigger, say: Say<UiKey>, names: NameBook): string {
  const { kind, subject } = trigger;
  const name = kind.startsWith('station')
    ? names.station(subject)
    : kind.startsWith('worker') || kind === 'shift-changed'
      ? names.worker(subject)
      : kind.startsWith('material')
        ? names.item(subject)
        : subject;
  return say(`trigger.${kind}`, { subject: name });
}

/**
 * Who caused something: a person, or the planning itself.
 * @param by worker, login, or `takt`
 * @param say texts
 * @param names name book
 */
export function byWords(by: string, say: Say<UiKey>, names: NameBook): string {
  return by === 'takt' ? say('notice.by-takt') : names.worker(by);
}

function slotWords(slot: Slot, other: Slot | null, { place, nowMs, names }: NoticeReader): string {
  const time = formatSpan(slot.startAt, slot.endAt, place, nowMs);
  return other?.station === slot.station ? time : `${names.station(slot.station)} ${time}`;
}

/**
 * Writes a notice for the reader.
 * @param notice the notice
 * @param reader texts, place, now, names
 */
export function noticeWords(notice: Notice, reader: NoticeReader): NoticeWords {
  const { say, names, place, nowMs } = reader;
  const item = notice.item === null ? undefined : names.item(notice.item);
  const changed = notice.from !== null || notice.to !== null;
  const slot = (at: Slot | null, other: Slot | null) =>
    at ? slotWords(at, other, reader) : say('notice.nothing');
  const effectiveAt = notice.to?.startAt ?? notice.from?.startAt;
  return {
    title: say(`notice.${notice.kind}`),
    what: notice.text ?? [notice.operation, item].filter(Boolean).join(' · '),
    change: changed ? { from: slot(notice.from, notice.to), to: slot(notice.to, notice.from) } : undefined,
    effective: effectiveAt === undefined ? undefined : formatWhen(effectiveAt, place, nowMs),
    why: notice.trigger ? triggerWords(notice.trigger, say, names) : '–',
    by: byWords(notice.by, say, names),
  };
}
