import type { Media } from '@takt/contracts';
import { Button, LoadingState } from '@takt/ui';
import { lazy, Suspense, useRef, useState } from 'react';
import { useMedia } from '../../lib/kept-media';
import { useFloorText } from '../../lib/texts';
import css from './instruction-page.module.css';

/** What reads a PDF is large, and few steps show one: it is loaded with the first. */
const PdfPages = lazy(() => import('./pdf-pages').then(({ PdfPages: pages }) => ({ default: pages })));

/** A video that goes round without sound, with a button that gloves hit. */
function Video({ url, name }: { url: string; name: string }) {
  const say = useFloorText();
  const video = useRef<HTMLVideoElement>(null);
  const [plays, setPlays] = useState(false);
  const turn = () => (plays ? video.current?.pause() : void video.current?.play().catch(() => undefined));
  return (
    <>
      <video
        ref={video}
        className={css.shown}
        src={url}
        aria-label={name}
        autoPlay
        loop
        muted
        playsInline
        onPlay={() => setPlays(true)}
        onPause={() => setPlays(false)}
      />
      <Button icon={plays ? 'pause' : 'play'} onClick={turn}>
        {say(plays ? 'instruction.video-pause' : 'instruction.video-play')}
      </Button>
    </>
  );
}

/** What a step shows. */
export function StepMedia({ media }: { media: Media }) {
  const say = useFloorText();
  const shown = useMedia(media);
  if (shown.state !== 'here')
    return shown.state === 'loading' ? (
      <LoadingState />
    ) : (
      <p className={css.away}>{say('instruction.media-away', { file: media.name })}</p>
    );
  const { url } = shown;
  if (media.kind === 'video') return <Video key={url} url={url} name={media.name} />;
  if (media.kind === 'picture') return <img className={css.shown} src={url} alt={media.name} />;
  return (
    <Suspense fallback={<LoadingState />}>
      <PdfPages media={media} />
    </Suspense>
  );
}
