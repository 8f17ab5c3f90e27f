import { MEDIA_TYPES, mediaRoutes, type Media } from '@takt/contracts';
import { Button, FormNote, Icon, SearchField, useRead, useRuntime, useWrite } from '@takt/ui';
import { useEffect, useState } from 'react';
import { useOfficeText } from '../../lib/texts';
import { mediaLabel } from './instruction-draft';
import css from './set-up.module.css';

const UPLOAD_MS = 120_000;
const MANY = { query: { limit: 500 } };

/** The content of a medium as an address for this page, as long as it is shown. */
function useContentUrl(media: Media | undefined): string | undefined {
  const { api } = useRuntime();
  const [address, setAddress] = useState<string>();
  const id = media?.id;
  useEffect(() => {
    if (id === undefined) return undefined;
    let url: string | undefined;
    let left = false;
    void api.download(mediaRoutes.content, { params: { media: id } }).then(
      (blob) => {
        if (left) return;
        url = URL.createObjectURL(blob);
        setAddress(url);
      },
      () => undefined, // the list says already that core does not answer
    );
    return () => {
      left = true;
      setAddress(undefined);
      if (url !== undefined) URL.revokeObjectURL(url);
    };
  }, [api, id]);
  return address;
}

/** The picture itself, the first of a video, or a way to open a PDF. */
function Preview({ media }: { media: Media }) {
  const say = useOfficeText();
  const address = useContentUrl(media);
  if (address === undefined) return null;
  if (media.kind === 'picture') return <img className={css.preview} src={address} alt={media.name} />;
  if (media.kind === 'video')
    return <video className={css.preview} src={address} aria-label={media.name} controls muted />;
  return (
    <a href={address} target="_blank" rel="noreferrer">
      {say('instruction.open', { file: media.name })}
    </a>
  );
}

function Upload({ onDone }: { onDone: (media: Media) => void }) {
  const say = useOfficeText();
  const add = useWrite(mediaRoutes.add);
  const take = (file: File | undefined) => {
    if (file) add.mutate({ request: {}, options: { file, timeoutMs: UPLOAD_MS } }, { onSuccess: onDone });
  };
  return (
    <>
      <label className={css.pick}>
        <Icon name="upload" /> {say(add.isPending ? 'instruction.uploading' : 'instruction.upload')}
        <input
          type="file"
          accept={Object.keys(MEDIA_TYPES).join(',')}
          disabled={add.isPending}
          onChange={({ target }) => {
            take(target.files?.[0]);
            target.value = '';
          }}
        />
      </label>
      {add.error ? <FormNote error={add.error} /> : null}
    </>
  );
}

/** What a step shows: one of the pictures, videos and PDFs of the plant, or a new one. */
export function MediaField({
  value,
  onValue,
  readOnly,
}: {
  value: string;
  onValue: (media: string) => void;
  readOnly: boolean;
}) {
  const say = useOfficeText();
  const { data } = useRead(mediaRoutes.list, MANY);
  const [added, setAdded] = useState<Media>();
  const all = [
    ...(data?.items ?? []),
    ...(added && !data?.items.some(({ id }) => id === added.id) ? [added] : []),
  ];
  const shown = all.find(({ id }) => id === value);
  return (
    <div className={css.media}>
      <SearchField
        label={say('instruction.media')}
        choices={all.map((media) => ({ value: media.id, label: mediaLabel(media) }))}
        value={value}
        onValue={onValue}
        disabled={readOnly}
      />
      {readOnly ? null : (
        <Upload
          onDone={(media) => {
            setAdded(media);
            onValue(media.id);
          }}
        />
      )}
      {readOnly || value === '' ? null : (
        <Button
          kind="bare"
          icon="cross"
          aria-label={say('instruction.no-media')}
          onClick={() => onValue('')}
        />
      )}
      {shown ? <Preview media={shown} /> : null}
    </div>
  );
}
