import { inventoryRoutes } from '@takt/contracts';
import { giveFeedback, ProblemError, showToast, useLook, useWedge } from '@takt/ui';
import { runtime } from './runtime';
import { readScan, type ScanKind } from './scan-code';
import { useFloorText } from './texts';
import { useBadge } from './use-badge';

/** Kinds of codes that a screen may take; badges sign in everywhere. */
type TakenKind = Exclude<ScanKind, 'unknown' | 'badge'>;

/** What a screen does with the codes it understands. @returns false: this one does not belong here */
export type ScanTakers = Partial<Record<TakenKind, (id: string) => boolean>>;

/** Nobody waits longer for core at the scanner, in real ms. */
const PATIENCE_MS = 4000;

/** What would break the question has its own signs. */
const ASKABLE = /^[\w./-]{1,60}$/;

/** Is there a lot by this name? Lots that people have named need no prefix then. Not known without the network. */
async function isLot(id: string): Promise<boolean> {
  if (!ASKABLE.test(id)) return false;
  const query = { filter: `id:${id}`, limit: 1 };
  const found = runtime.api.call(inventoryRoutes.lots, { query }, { timeoutMs: PATIENCE_MS });
  return found.then(
    ({ items }) => items.length > 0,
    () => false,
  );
}

/**
 * Hears the scanner, whatever has the focus. Badges sign in on every screen; a code without a sign of what it is is looked up as a
 * badge and as a lot, which comes first where the screen waits for one; a code that the screen does not understand is told as what it was.
 * @param takers what the screen understands
 */
export function useFloorScan(takers: ScanTakers = {}): void {
  const say = useFloorText();
  const [{ sound }] = useLook();
  const tell = (text: string) => showToast({ text, tone: 'red' });
  const notHere = (kind: TakenKind, id: string) =>
    tell(say('scan.not-here', { what: `${say(`scan.kind.${kind}`)} ${id}` }));
  const take = (kind: TakenKind, id: string) => {
    if (takers[kind]?.(id)) return giveFeedback('done', sound);
    giveFeedback('refused', sound);
    notHere(kind, id);
  };
  const badge = useBadge({
    onRefused: (error, code) => {
      if (!(error instanceof ProblemError)) return tell(say('scan.away', { code }));
      const { kind } = readScan(code);
      void (kind === 'unknown' && !takers.lot ? isLot(code) : Promise.resolve(false)).then((lot) =>
        lot ? notHere('lot', code) : tell(say('scan.unknown', { code })),
      );
    },
  });
  useWedge((code) => {
    const { kind, id } = readScan(code);
    if (kind === 'badge') badge.take(code);
    else if (kind !== 'unknown') take(kind, id);
    else if (!takers.lot) badge.take(code);
    else void isLot(id).then((lot) => (lot ? take('lot', id) : badge.take(code)));
  });
}
