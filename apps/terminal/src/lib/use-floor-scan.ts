import { authRoutes } from '@takt/contracts';
import { giveFeedback, ProblemError, showToast, useLook, useUiText, useWedge, useWrite } from '@takt/ui';
import { signIn } from './people';
import { readScan, type ScanKind } from './scan-code';
import { useFloorText } from './texts';

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
  const [{ sound }, setLook] = useLook();
  const badge = useWrite(authRoutes.badge);
  const refuse = (text: string) => {
    giveFeedback('refused', sound);
    showToast({ text, tone: 'red' });
  };
  const signInBy = (id: string, code: string) =>
    badge.mutate(
      { request: { body: { badge: id } } },
      {
        onSuccess: (token) => {
          giveFeedback('done', sound);
          signIn(token);
          setLook({ language: token.session.language });
        },
        onError: (error) =>
          refuse(error instanceof ProblemError ? say('scan.unknown', { code }) : ui('page.no-reply')),
      },
    );
  useWedge((code) => {
    const { kind, id } = readScan(code);
    const taker = kind === 'unknown' ? undefined : takers[kind];
    if (taker?.(id)) giveFeedback('done', sound);
    else if (kind === 'badge' || kind === 'unknown') signInBy(id, code);
    else refuse(say('scan.not-here', { code }));
  });
}
