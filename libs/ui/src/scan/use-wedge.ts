import { useEffect, useEffectEvent } from 'react';
import { useUiText } from '../i18n/texts';
import { showToast } from '../overlay/toast-store';
import { useLook } from '../runtime/use-look';
import { giveFeedback } from './feedback';
import { hearKeys } from './hear-keys';
import { WedgeReader } from './wedge';

/** The keyboard of this device. */
const reader = new WedgeReader();

const HEARD = 'takt-code';

/** Gives a code that was read in another way, such as by the camera, to whoever hears the scanner now. */
export function announceCode(code: string): void {
  dispatchEvent(new CustomEvent(HEARD, { detail: code }));
}

/**
 * Hears a wedge scanner on every screen, whatever has the focus. A code that ran into a field on its way is taken out of
 * it again, unless the field asks for codes (`data-scan="field"`). Where a part of a scan may be missing, whoever scans is asked to do it
 * again, and nothing is taken.
 * @param onCode takes the code
 */
export function useWedge(onCode: (code: string) => void): void {
  const say = useUiText();
  const [{ sound }] = useLook();
  const take = useEffectEvent(onCode);
  const unsure = useEffectEvent(() => {
    giveFeedback('refused', sound);
    showToast({ text: say('scan.again'), hint: say('scan.again-hint'), tone: 'yellow' });
  });
  useEffect(() => {
    const heard = (event: Event) => take(String((event as CustomEvent<unknown>).detail));
    const stop = hearKeys(reader, { take: (code) => take(code), unsure: () => unsure() });
    addEventListener(HEARD, heard);
    return () => {
      stop();
      removeEventListener(HEARD, heard);
    };
  }, []);
}
