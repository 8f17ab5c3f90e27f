import { giveFeedback, ProblemError, showToast, useFormat, useLook, useWedge } from '@takt/ui';
import { useStations } from './names';
import { runtime } from './runtime';
import { readScan, type ScanKind } from './scan-code';
import { useFloorText } from './texts';
import { isThere } from './thing-there';
import { useBadge } from './use-badge';

/** Kinds of codes that a screen may take; badges sign in everywhere. */
type TakenKind = Exclude<ScanKind, 'unknown' | 'badge'>;

/** What a screen does with the codes it understands. @returns false: this one does not belong here */
export type ScanTakers = Partial<Record<TakenKind, (id: string) => boolean>>;

/** Says that this screen can do nothing with a code: maybe there is no such thing at all. */
function useNotHere() {
  const say = useFloorText();
  const format = useFormat();
  const { data } = useStations();
  return async (kind: TakenKind, id: string) => {
    const station = kind === 'station' ? data?.items.find((each) => each.id === id) : undefined;
    const what = `${say(`scan.kind.${kind}`)} ${station ? format.name(station) : id}`;
    const there = kind === 'station' ? !data || station !== undefined : await isThere(kind, id);
    showToast({ text: say(there === false ? 'scan.no-such' : 'scan.not-here', { what }), tone: 'red' });
  };
}

/**
 * Hears the scanner, whatever has the focus. Badges sign in on every screen; a lot is looked up before it is taken while core can be asked; a code without a sign of what it is is looked up as a
 * badge and as a lot, which comes first where the screen waits for one; a code that the screen does not understand is told as what it was.
 * @param takers what the screen understands
 */
export function useFloorScan(takers: ScanTakers = {}): void {
  const say = useFloorText();
  const [{ sound }] = useLook();
  const tell = (text: string) => showToast({ text, tone: 'red' });
  const notHere = useNotHere();
  const refuse = (kind: TakenKind, id: string) => {
    giveFeedback('refused', sound);
    void notHere(kind, id);
  };
  const take = (kind: TakenKind, id: string) =>
    takers[kind]?.(id) ? giveFeedback('done', sound) : refuse(kind, id);
  const badge = useBadge({
    onRefused: (error, code) => {
      if (!(error instanceof ProblemError)) return tell(say('scan.away', { code }));
      const { kind } = readScan(code);
      void (kind === 'unknown' && !takers.lot ? isThere('lot', code) : Promise.resolve(false)).then((lot) =>
        lot ? notHere('lot', code) : tell(say('scan.unknown', { code })),
      );
    },
  });
  useWedge((code) => {
    const { kind, id } = readScan(code);
    if (kind === 'badge') badge.take(code);
    else if (kind === 'lot' && takers.lot && runtime.socket.facts().connected)
      void isThere('lot', id).then((lot) => (lot === false ? refuse('lot', id) : take('lot', id)));
    else if (kind !== 'unknown') take(kind, id);
    else if (!takers.lot) badge.take(code);
    else void isThere('lot', id).then((lot) => (lot ? take('lot', id) : badge.take(code)));
  });
}
