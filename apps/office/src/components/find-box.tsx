import { Icon } from '@takt/ui';
import { useEffect, useEffectEvent, useState } from 'react';
import css from './find-box.module.css';

const PAUSE_MS = 250;

/** Narrows a list by text; what is typed counts after a short pause. */
export function FindBox({
  label,
  value,
  onValue,
}: {
  label: string;
  value: string;
  onValue: (value: string) => void;
}) {
  const [text, setText] = useState(value);
  const tell = useEffectEvent((typed: string) => {
    if (typed !== value) onValue(typed);
  });
  useEffect(() => {
    const timer = setTimeout(() => tell(text.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <label className={css.find} data-print="no">
      <Icon name="search" />
      <span className="unseen">{label}</span>
      <input
        type="search"
        placeholder={label}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
    </label>
  );
}
