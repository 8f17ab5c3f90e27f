import { Chips } from './chips';

/** What of a list is shown, in words. */
export interface OpenOrAllProps {
  readonly label: string;
  /** words for what is not settled */
  readonly open: string;
  readonly all: string;
  /** `open` or `all` */
  readonly chosen: string;
  readonly onChoose: (chosen: string) => void;
}

/** Chooses between what still needs somebody and everything there was. */
export function OpenOrAll({ label, open, all, chosen, onChoose }: OpenOrAllProps) {
  const chips = [
    { key: 'open', label: open },
    { key: 'all', label: all },
  ];
  return <Chips label={label} chips={chips} chosen={chosen} onChoose={onChoose} />;
}
