import { copyRow } from './copy';
import { iso, randomOf, SHOP, uuidOf, YEAR, type YearSize } from './kpi-plant';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** An order line of the year. */
interface Known {
  readonly id: string;
  readonly line: number;
  readonly i: number;
  readonly item: number;
  readonly qty: number;
  readonly promisedAt: number;
  readonly receivedAt: number;
  readonly shippedAt: number | null;
}

/** Customer orders of the year, and what they ship and move: the same size and seed give the same rows. */
export class YearOrders {
  constructor(private readonly size: YearSize) {}

  /** Rows of one table. */
  *rows(of: 'order' | 'line' | 'shipment' | 'movement'): Iterable<string> {
    const random = randomOf(this.size.seed * 3000);
    let [order, moved] = [0, 0];
    for (let i = 0; i < this.size.orderLines; order++) {
      const receivedAt = YEAR.from + random() * (YEAR.to - YEAR.from);
      const customer = `c-${Math.floor(random() * SHOP.customers)}`;
      const many = 1 + Math.floor(random() * 4);
      if (of === 'order') yield copyRow('main', `O${order}`, customer, 'shop', 1, iso(receivedAt), 1);
      for (let line = 1; line <= many && i < this.size.orderLines; line++, i++) {
        const [item, days, slip, qty] = [
          Math.floor(random() * SHOP.finished),
          random(),
          random(),
          1 + Math.floor(random() * 20),
        ];
        const promisedAt = receivedAt + (1 + 4 * days) * DAY;
        const shippedAt = promisedAt + (slip - 0.9) * DAY;
        const known = {
          id: `O${order}`,
          line,
          i,
          item,
          qty,
          promisedAt,
          receivedAt,
          shippedAt: shippedAt < YEAR.to ? shippedAt : null,
        };
        if (of === 'line') yield this.orderLine(known);
        if (of === 'shipment' && known.shippedAt !== null)
          yield copyRow('main', uuidOf(5, i), known.id, line, qty, iso(shippedAt), iso(shippedAt), 'bench');
        if (of === 'movement')
          for (const [kind, stock, place, sign, at] of this.movesOf(known)) {
            const price = stock.startsWith('r') ? 2 : 5;
            yield copyRow(
              'main',
              uuidOf(6, moved++),
              kind,
              stock,
              `L${i % 5000}`,
              place,
              sign * qty,
              'pcs',
              sign * qty * price,
              iso(at),
              iso(at),
              null,
              kind === 'shipment' ? known.id : null,
              kind === 'shipment' ? line : null,
              'bench',
              '',
            );
          }
      }
    }
  }

  private orderLine({ id, line, item, qty, promisedAt, shippedAt }: Known): string {
    const at = iso(promisedAt);
    const left = shippedAt === null ? 0 : qty;
    return copyRow(
      'main',
      id,
      line,
      `f-${item}`,
      qty,
      0,
      left,
      left,
      at,
      at,
      at,
      shippedAt === null ? null : iso(shippedAt),
      shippedAt === null ? 'open' : 'shipped',
      'on-time',
      at,
      true,
      '',
    );
  }

  /** Kind, item, place, sign and instant of what one order line moves: four, and for some two more. */
  private movesOf({ i, item, receivedAt, promisedAt, shippedAt }: Known) {
    const [raw, made] = [`r-${item % SHOP.raw}`, `f-${item}`];
    const out = shippedAt ?? promisedAt;
    const all: [string, string, string, 1 | -1, number][] = [
      ['receipt', raw, 'raw', 1, receivedAt - 2 * DAY],
      ['backflush', raw, 'raw', -1, out - 12 * HOUR],
      ['completion', made, 'finished', 1, out - 6 * HOUR],
    ];
    if (shippedAt !== null) all.push(['shipment', made, 'finished', -1, shippedAt]);
    const share = this.size.movements / Math.max(1, this.size.orderLines) - 4;
    if ((i * share) % 2 < share)
      all.push(['wip-in', made, 'wip', 1, out - 12 * HOUR], ['wip-out', made, 'wip', -1, out - 6 * HOUR]);
    return all;
  }
}
