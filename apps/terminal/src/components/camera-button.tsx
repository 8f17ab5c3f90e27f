import { Button } from '@takt/ui';
import { lazy, Suspense, useState } from 'react';
import { useFloorText } from '../lib/texts';

const CameraSheet = lazy(() =>
  import('./camera-sheet').then(({ CameraSheet: sheet }) => ({ default: sheet })),
);
/** Browsers give the camera to safe pages only: HTTPS, or the machine itself. */
const hasCamera = 'mediaDevices' in navigator;

/**
 * Reads a code with the camera of the device, where there is no scanner. What it needs is loaded with the first use.
 * @param props.named with its word, where there is room
 */
export function CameraButton({ named = false }: { named?: boolean }) {
  const say = useFloorText();
  const [open, setOpen] = useState(false);
  if (!hasCamera) return null;
  return (
    <>
      {named ? (
        <Button icon="scan" onClick={() => setOpen(true)}>
          {say('camera.word')}
        </Button>
      ) : (
        <Button kind="bare" icon="scan" aria-label={say('camera.title')} onClick={() => setOpen(true)} />
      )}
      {open ? (
        <Suspense fallback={null}>
          <CameraSheet onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
