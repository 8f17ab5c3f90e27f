import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useStore } from 'zustand';
import { useUiText } from '../i18n/texts';
import { useModal } from '../overlay/use-modal';
import css from './command-bar.module.css';
import { commandStore } from './command-store';
import { byGroup, rankCommands, type Command } from './rank';

/** The command bar, and whether it is open. */
export interface CommandBarProps {
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
  /** finds things on the server; called with what was typed */
  readonly onQuery?: (query: string) => void;
}

/** Everything by keyboard: ⌘K or Ctrl-K opens, typing finds, Enter does. */
export function CommandBar({ open, onOpen, onQuery }: CommandBarProps) {
  useEffect(() => {
    const key = (event: globalThis.KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.metaKey || event.ctrlKey)) return;
      event.preventDefault();
      onOpen(!open);
    };
    addEventListener('keydown', key);
    return () => removeEventListener('keydown', key);
  }, [open, onOpen]);
  return open ? <OpenBar onClose={() => onOpen(false)} onQuery={onQuery} /> : null;
}

interface OpenBarProps {
  readonly onClose: () => void;
  readonly onQuery: ((query: string) => void) | undefined;
}

/** What is typed, what it finds, and which find is chosen. */
function useFinds({ onClose, onQuery }: OpenBarProps) {
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const offered = useStore(commandStore, (state) => state.offered);
  const found = useMemo(() => byGroup(rankCommands([...offered.values()].flat(), query)), [offered, query]);
  const chosen = found[Math.min(at, found.length - 1)];
  const run = (command: Command) => {
    onClose();
    command.run();
  };
  const type = (text: string) => {
    setQuery(text);
    setAt(0);
    onQuery?.(text);
  };
  const key = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0)
      setAt((before) => (Math.min(before, found.length - 1) + step + found.length) % (found.length || 1));
    else if (event.key === 'Enter' && chosen && !event.nativeEvent.isComposing) run(chosen);
    else return;
    event.preventDefault();
  };
  return { query, found, chosen, run, type, key };
}

function OpenBar(props: OpenBarProps) {
  const say = useUiText();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const { query, found, chosen, run, type, key } = useFinds(props);
  const { onClose } = props;
  useModal(dialog);
  useEffect(() => {
    void document.getElementById(`${id}-${chosen?.id}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, chosen]);
  return (
    <dialog
      ref={dialog}
      className={css.bar}
      aria-label={say('command.label')}
      onCancel={onClose}
      onClick={(event) => event.target === dialog.current && onClose()}
    >
      <input
        className={css.query}
        value={query}
        placeholder={say('command.open')}
        role="combobox"
        aria-label={say('command.open')}
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={chosen ? `${id}-${chosen.id}` : undefined}
        autoComplete="off"
        onChange={(event) => type(event.target.value)}
        onKeyDown={key}
      />
      <Options id={id} found={found} chosen={chosen} onRun={run} />
      {found.length === 0 ? <p className={css.foot}>{say('command.none', { query })}</p> : null}
      <p className={css.foot}>{say('command.hint')}</p>
    </dialog>
  );
}

interface OptionsProps {
  readonly id: string;
  readonly found: readonly Command[];
  readonly chosen: Command | undefined;
  readonly onRun: (command: Command) => void;
}

function Options({ id, found, chosen, onRun }: OptionsProps) {
  const say = useUiText();
  return (
    <div
      id={`${id}-list`}
      role="listbox"
      aria-label={say('command.label')}
      className={css.list}
      tabIndex={-1}
    >
      {found.map((command, place) => (
        <div key={command.id} role="presentation">
          {command.group === found[place - 1]?.group ? null : (
            <p className={css.group} role="presentation">
              {command.group}
            </p>
          )}
          <div
            id={`${id}-${command.id}`}
            role="option"
            className={css.option}
            aria-selected={command === chosen}
            onClick={() => onRun(command)}
          >
            {command.title}
            {command.shortcut ? <kbd>{command.shortcut}</kbd> : null}
          </div>
        </div>
      ))}
    </div>
  );
}
