import { Injectable } from '@nestjs/common';
import { refuse, type InputOf, type Order, type Refusal, type orderRoutes } from '@takt/contracts';
import type { Caller } from '../../platform/context';
import { Database, type Tx } from '../../platform/database';
import { requireMatch } from '../../platform/http';
import { OrderCheck } from './order-check';
import { OrderLineEditor } from './order-line.editor';
import { OrderReader } from './order-reader';
import { OrderRepository, type OrderHead } from './order.repository';
import { ShipmentService } from './shipment.service';

const at = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : Date.parse(text);

/** Changes of order lines by people who read a revision of the order: of two, one wins. */
@Injectable()
export class OrderLineService {
  constructor(
    private readonly database: Database,
    private readonly orders: OrderRepository,
    private readonly check: OrderCheck,
    private readonly editor: OrderLineEditor,
    private readonly reader: OrderReader,
    private readonly shipments: ShipmentService,
  ) {}

  /** Changes quantity, wish date, promise or note of a line. */
  change(plant: string, { params, body }: InputOf<typeof orderRoutes.changeLine>): Promise<Order | Refusal> {
    return this.edited(plant, params.order, async (tx, head) => {
      const customer = await this.check.customerOf(tx, head.customer);
      const { qty, note } = body;
      const edit = {
        qty,
        note,
        requestedAt: at(body.requestedAt),
        latestCommittedAt: at(body.latestCommittedAt),
      };
      return this.editor.change(tx, params, edit, customer);
    });
  }

  /** Cancels a line. */
  cancel(plant: string, { params, body }: InputOf<typeof orderRoutes.cancelLine>): Promise<Order | Refusal> {
    return this.edited(plant, params.order, (tx) => this.editor.cancel(tx, params, body.reason));
  }

  /** Ships what is ready of a line; a command that comes twice ships once. */
  ship(plant: string, input: InputOf<typeof orderRoutes.ship>, caller: Caller): Promise<Order | Refusal> {
    return this.database.write(
      plant,
      async (tx) =>
        (await this.shipments.ship(tx, input, caller)) ?? this.reader.order(tx, input.params.order),
    );
  }

  private edited(
    plant: string,
    id: string,
    edit: (tx: Tx, head: OrderHead) => Promise<Refusal | null>,
  ): Promise<Order | Refusal> {
    return this.database.write(plant, async (tx) => {
      const head = await this.orders.lock(tx, id);
      if (!head) return refuse('thing.unknown', { kind: 'order', id });
      const refusal = requireMatch(`order ${id}`, head.revision) ?? (await edit(tx, head));
      if (refusal) return refusal;
      await this.orders.touch(tx, head);
      return this.reader.order(tx, id);
    });
  }
}
