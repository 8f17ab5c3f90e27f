import { announceCode, Sheet } from '@takt/ui';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { readCamera } from '../lib/camera';
import { useFloorText } from '../lib/texts';
import css from './camera-sheet.module.css';

/** The camera's picture until it has seen a code; the screen behind takes the code as if a scanner had read it. */
export function CameraSheet({ onClose }: { onClose: () => void }) {
  const say = useFloorText();
  const video = useRef<HTMLVideoElement>(null);
  const [failed, setFailed] = useState(false);
  const read = useEffectEvent((code: string | undefined) => {
    if (code === undefined) return;
    onClose();
    announceCode(code);
  });
  useEffect(() => {
    const stop = new AbortController();
    if (video.current)
      readCamera(video.current, stop.signal).then(read, () => {
        if (!stop.signal.aborted) setFailed(true);
      });
    return () => stop.abort();
  }, []);
  return (
    <Sheet open from="foot" title={say('camera.title')} onClose={onClose}>
      {failed ? (
        <p className={css.words} role="alert">
          {say('camera.none')}
        </p>
      ) : (
        <>
          <p className={css.words}>{say('camera.hint')}</p>
          <video ref={video} className={css.picture} muted playsInline />
        </>
      )}
    </Sheet>
  );
}
