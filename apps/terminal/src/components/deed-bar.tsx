import { Button, Icon, UNDO_SECONDS, UndoBar } from '@takt/ui';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { deedStore, endUndo, readLost, type Deed, type Unkept } from '../lib/deed';
import { useEntryWords } from '../lib/entry-words';
import { useEntries } from '../lib/outbox/entries';
import { undoDeed } from '../lib/reporting';
import { useFloorText } from '../lib/texts';
import { updateStore } from '../lib/update';
import css from './deed-bar.module.css';

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
function NewVersion({ take }: { take: () => void }) {
  const say = useFloorText();
  return (
    <div className={css.version} role="status">
      <Icon name="loop" />
      <p>{say('update.waits')}</p>
      <Button onClick={() => updateStore.setState({ later: true })}>{say('update.later')}</Button>
      <Button onClick={take}>{say('device.update')}</Button>
    </div>
  );
}

/** Above the foot of every screen: what neither this device nor core has, until somebody has noted it. */
export function LostBar() {
  const { lost } = useStore(deedStore);
  return lost.length > 0 ? <Lost lost={lost} /> : null;
}

/** Shown in the place of the title, which is still there for those who hear it. */
function Instead({ title, children }: { title: string; children: ReactNode }) {
  return (
    <>
      <h1 className="unseen">{title}</h1>
      {children}
    </>
  );
}

interface TopProps {
  readonly title: string;
  /** the title as it is shown */
  readonly children: ReactNode;
}

/** Undo of a deed, said as far as it is true: what waits here is not done yet, and what core has refused is not done at all. */
function Undo({ deed, title, children }: TopProps & { deed: Deed }) {
  const say = useFloorText();
  const words = useEntryWords();
  const entry = useEntries().find(({ commandId }) => commandId === deed.id);
  const left = UNDO_SECONDS - Math.floor((performance.now() - deed.doneAtMs) / 1000);
  const restored = deed.doneAtMs < 0;
  if (left <= 0 || entry?.stage === 'refused' || entry?.stage === 'dropped') return children;
  // What did not reach the disk before the page was loaded anew was never done.
  if (restored && !entry) return children;
  return (
    <Instead title={title}>
      <UndoBar
        key={deed.id}
        inline
        seconds={left}
        text={entry?.stage === 'queued' ? `${say('entries.stage.queued')}: ${words(entry)}` : deed.step.text}
        onUndo={() => undoDeed(deed)}
        onEnd={endUndo}
      />
    </Instead>
  );
}

/** In the place of the title, where it covers nothing and moves nothing: undo of what was just done, and that a newer version waits. */
export function DeedBar({ title, children }: TopProps) {
  const { deed } = useStore(deedStore);
  const { take, later } = useStore(updateStore);
  if (deed)
    return (
      <Undo deed={deed} title={title}>
        {children}
      </Undo>
    );
  if (!take || later) return children;
  return (
    <Instead title={title}>
      <NewVersion take={take} />
    </Instead>
  );
}
