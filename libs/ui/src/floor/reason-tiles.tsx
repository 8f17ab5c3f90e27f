import { useState } from 'react';
import { Button } from '../button/button';
import { useUiText } from '../i18n/texts';
import { useFormat } from '../runtime/use-format';
import { rankTiles, type TileChoice } from './rank-tiles';
import css from './reason-tiles.module.css';

/** A reason on a tile. */
export interface ReasonTile extends TileChoice {
  readonly name: string;
  readonly nameZh?: string | undefined;
}

/** What can be chosen. */
export interface ReasonTilesProps {
  readonly label: string;
  readonly reasons: readonly ReasonTile[];
  /** how often each was chosen lately */
  readonly uses?: Readonly<Record<string, number>>;
  readonly chosen?: string | undefined;
  readonly onChoose: (id: string) => void;
}

/** Reasons on tiles: nine at most, most used first, the others one tap away. */
export function ReasonTiles({ label, reasons, uses = {}, chosen, onChoose }: ReasonTilesProps) {
  const say = useUiText();
  const format = useFormat();
  const [more, setMore] = useState(false);
  const { shown, others } = rankTiles(reasons, uses);
  const tiles = more ? others : shown;
  return (
    <div className={css.tiles} role="group" aria-label={label}>
      {tiles.map((reason) => (
        <Button
          key={reason.id}
          className={css.tile as string}
          pressed={reason.id === chosen}
          onClick={() => onChoose(reason.id)}
        >
          {format.name(reason)}
        </Button>
      ))}
      {others.length > 0 ? (
        <Button
          className={css.tile as string}
          kind="bare"
          icon={more ? 'back' : 'list'}
          aria-expanded={more}
          onClick={() => setMore(!more)}
        >
          {say('tiles.other')}
        </Button>
      ) : null}
    </div>
  );
}
