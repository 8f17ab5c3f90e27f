import { Button, Icon, UNDO_SECONDS, UndoBar } from '@takt/ui';
import { useStore } from 'zustand';
import { deedStore, endUndo, readLost, type Unkept } from '../lib/deed';
import { useEntryWords } from '../lib/entry-words';
import { useFloorText } from '../lib/texts';
import { updateStore } from '../lib/update';
import css from './deed-bar.module.css';

/** What neither this device nor core has, until somebody has noted it. */
function Lost({ lost }: { lost: readonly Unkept[] }) {
  const say = useFloorText();
  const words = useEntryWords();
  return (
    <div className={css.lost} role="alert">
      <Icon name="fault" />
      <p>{say('deed.lost', { what: lost.map(words).join('; ') })}</p>
      <Button onClick={readLost}>{say('deed.lost-read')}</Button>
    </div>
  );
}

/** Asks whoever stands there to take a newer version; what waits here is kept over it. */
function NewVersion() {
  const say = useFloorText();
  const { take, later } = useStore(updateStore);
  if (!take || later) return null;
  return (
    <div className={css.version} role="status">
      <Icon name="loop" />
      <p>{say('update.waits')}</p>
      <Button onClick={() => updateStore.setState({ later: true })}>{say('update.later')}</Button>
      <Button onClick={take}>{say('device.update')}</Button>
    </div>
  );
}

/**
 * Above the foot: what this device could not keep, on every screen; undo of what was just done, on the first screens, where it
 * covers no keys; and there that a newer version waits.
 */
export function DeedBar({ undoable }: { undoable: boolean }) {
  const { deed, lost } = useStore(deedStore);
  if (lost.length > 0) return <Lost lost={lost} />;
  if (!undoable) return null;
  const left = deed ? UNDO_SECONDS - Math.floor((performance.now() - deed.doneAtMs) / 1000) : 0;
  if (!deed || left <= 0) return <NewVersion />;
  return (
    <div className={css.bar}>
      <UndoBar
        key={deed.id}
        inline
        seconds={left}
        text={deed.text}
        onUndo={() => {
          deed.undo();
          endUndo();
        }}
        onEnd={endUndo}
      />
    </div>
  );
}
