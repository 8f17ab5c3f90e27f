import css from './chips.module.css';

/** One of the few things that a list can be narrowed to. */
export interface Chip<K extends string> {
  readonly key: K;
  readonly label: string;
}

/** Which part of a list is shown: one of a few, all of them visible. */
export interface ChipsProps<K extends string> {
  readonly label: string;
  readonly chips: readonly Chip<K>[];
  readonly chosen: K;
  readonly onChoose: (key: K) => void;
}

/** A row of choices of which one holds. */
export function Chips<K extends string>({ label, chips, chosen, onChoose }: ChipsProps<K>) {
  return (
    <div className={css.chips} role="radiogroup" aria-label={label} data-print="no">
      {chips.map(({ key, label: word }) => (
        <button
          key={key}
          type="button"
          role="radio"
          aria-checked={key === chosen}
          className={css.chip}
          onClick={() => onChoose(key)}
        >
          {word}
        </button>
      ))}
    </div>
  );
}
