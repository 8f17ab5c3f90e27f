import { giveFeedback, ProblemError, showToast, useLook, useUiText, useWedge } from '@takt/ui';
import { readScan, type ScanKind } from './scan-code';
import { useFloorText } from './texts';
import { useBadge } from './use-badge';

/** What a screen does with the codes it understands. @returns false: this one does not belong here */
export type ScanTakers = Partial<Record<Exclude<ScanKind, 'unknown'>, (id: string) => boolean>>;

/**
 * Hears the scanner, whatever has the focus. Badges sign in on every screen; a code that the screen does not understand is
 * told as what it was.
 * @param takers what the screen understands
 */
export function useFloorScan(takers: ScanTakers = {}): void {
  const say = useFloorText();
  const ui = useUiText();
  const [{ sound }] = useLook();
  const tell = (text: string) => showToast({ text, tone: 'red' });
  const badge = useBadge({
    onRefused: (error, code) =>
      tell(error instanceof ProblemError ? say('scan.unknown', { code }) : ui('page.no-reply')),
  });
  useWedge((code) => {
    const { kind, id } = readScan(code);
    const taker = kind === 'unknown' ? undefined : takers[kind];
    if (taker?.(id)) giveFeedback('done', sound);
    else if (kind === 'badge' || kind === 'unknown') badge.take(code);
    else {
      giveFeedback('refused', sound);
      tell(say('scan.not-here', { code }));
    }
  });
}
