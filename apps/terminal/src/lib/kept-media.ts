import { mediaRoutes, type Media } from '@takt/contracts';
import { useEffect, useState } from 'react';
import { answerOf, Disk } from './disk';
import { roomFor, type KeptSize } from './media-room';
import { runtime } from './runtime';

interface Kept extends KeptSize {
  readonly blob: Blob;
}

/** A video over the slowest network of a hall, in real ms. */
const PATIENCE_MS = 120_000;
const disk = new Disk('takt-media', [{ name: 'kept', keyPath: 'id' }]);
const underWay = new Map<string, Promise<Blob>>();

async function keep(kept: Kept): Promise<void> {
  await disk.within('readwrite', async (store) => {
    const all = await answerOf(store('kept').getAll() as IDBRequest<Kept[]>);
    for (const id of roomFor(kept, all)) store('kept').delete(id);
    await answerOf(store('kept').put(kept));
  });
}

async function fetched({ id, bytes }: Media): Promise<Blob> {
  const kept = await disk
    .within('readonly', (store) => answerOf(store('kept').get(id) as IDBRequest<Kept | undefined>))
    .catch(() => undefined);
  if (kept) return kept.blob;
  const options = { timeoutMs: PATIENCE_MS };
  const blob = await runtime.api.download(mediaRoutes.content, { params: { media: id } }, options);
  await keep({ id, bytes, keptMs: Date.now(), blob }).catch(() => undefined); // a full disk: the outbox goes first
  return blob;
}

/** A picture, video or PDF: from this device's disk, or from core and onto the disk. It never changes. */
export function mediaContent(media: Media): Promise<Blob> {
  const before = underWay.get(media.id);
  if (before) return before;
  const now = fetched(media).finally(() => underWay.delete(media.id));
  underWay.set(media.id, now);
  return now;
}

/** A medium as a page shows it. `away`: it is not on this device, and core cannot be reached. */
export type ShownMedia =
  { readonly state: 'loading' | 'away' } | { readonly state: 'here'; readonly url: string };

/** Shows a medium while it is on the page. */
export function useMedia(media: Media): ShownMedia {
  const [shown, setShown] = useState<ShownMedia>({ state: 'loading' });
  useEffect(() => {
    let url: string | undefined;
    let left = false;
    setShown({ state: 'loading' });
    void mediaContent(media).then(
      (blob) => {
        if (left) return;
        url = URL.createObjectURL(blob);
        setShown({ state: 'here', url });
      },
      () => !left && setShown({ state: 'away' }),
    );
    return () => {
      left = true;
      if (url !== undefined) URL.revokeObjectURL(url);
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- a medium never changes: its id says all
  }, [media.id]);
  return shown;
}
