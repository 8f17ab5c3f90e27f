import { useFormat } from '@takt/ui';
import { Link } from 'react-router';
import { useOfficeText } from '../../lib/texts';
import { addressOfTrace } from './trace-address';
import { layOut, type Trace, type TraceNode } from './trace-layout';
import css from './trace.module.css';

const SIZE = { width: 184, height: 76, gapX: 64, gapY: 14 } as const;
/** More things than these are a list, not a picture. */
const DRAWN_MAX = 160;

function placeOf({ column, row }: TraceNode, first: number): { x: number; y: number } {
  return { x: (column - first) * (SIZE.width + SIZE.gapX), y: row * (SIZE.height + SIZE.gapY) };
}

/** A thing: what it is, of what, since when. */
function Node({ node, first }: { node: TraceNode; first: number }) {
  const say = useOfficeText();
  const format = useFormat();
  const { thing, column } = node;
  const { x, y } = placeOf(node, first);
  const named = (name: string | null, nameZh: string | null) =>
    name === null ? null : format.name({ name, nameZh: nameZh ?? undefined });
  const customer = named(thing.customerName, thing.customerNameZh);
  const second = customer ?? named(thing.itemName, thing.itemNameZh) ?? thing.supplierLot;
  return (
    <Link
      to={addressOfTrace(thing)}
      className={css.node}
      data-kind={thing.kind}
      aria-current={column === 0 ? 'true' : undefined}
      style={{ left: x, top: y, width: SIZE.width, height: SIZE.height }}
    >
      <span className={css.kind}>
        {say(`trace.kind.${thing.kind}`)}
        {thing.at === null ? '' : ` · ${format.when(thing.at)}`}
      </span>
      <strong className={css.id}>{thing.id}</strong>
      <span className={css.of}>{second ?? ''}</span>
    </Link>
  );
}

/** Where material came from and went to, from left to right; each thing leads to its own trace. */
export function TracePicture({ trace }: { trace: Trace }) {
  const say = useOfficeText();
  const format = useFormat();
  const picture = layOut(trace);
  if (picture.nodes.length > DRAWN_MAX)
    return <p className={css.note}>{say('trace.too-many', { count: picture.nodes.length })}</p>;
  const [first, last] = picture.columns;
  const width = (last - first + 1) * (SIZE.width + SIZE.gapX) - SIZE.gapX;
  const height = picture.rows * (SIZE.height + SIZE.gapY) - SIZE.gapY;
  return (
    <div className={css.frame} tabIndex={0} role="group" aria-label={say('trace.picture')}>
      <div className={css.picture} style={{ width, height }}>
        <svg className={css.arrows} width={width} height={height} aria-hidden="true">
          {picture.arrows.map(({ from, to, qty, unit }) => {
            const [a, b] = [placeOf(from, first), placeOf(to, first)];
            const [x1, x2] = [a.x + SIZE.width, b.x];
            const [y1, y2] = [a.y + SIZE.height / 2, b.y + SIZE.height / 2];
            const bend = SIZE.gapX / 2;
            return (
              <path
                key={`${from.column} ${from.row} ${to.column} ${to.row}`}
                d={`M${x1},${y1} C${x1 + bend},${y1} ${x2 - bend},${y2} ${x2},${y2}`}
              >
                <title>{`${format.qty(qty)} ${format.unit(unit)}`}</title>
              </path>
            );
          })}
        </svg>
        {picture.nodes.map((node) => (
          <Node key={`${node.thing.kind} ${node.thing.id}`} node={node} first={first} />
        ))}
      </div>
    </div>
  );
}
