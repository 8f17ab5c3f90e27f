import { Injectable } from '@nestjs/common';
import { isRefusal, refuse, type Bom, type BomLine, type Item, type Refusal } from '@takt/contracts';
import { checkBom, checkBomPlaces } from '@takt/production';
import { Database, type Tx } from '../../platform/database';
import type { Values } from '../plant';
import { BomRepository } from './bom.repository';
import { ItemRepository, type ItemFilter, type SearchPage } from './item.repository';
import { RoutingRepository } from './routing.repository';

/** Items and what goes into them. */
@Injectable()
export class ItemService {
  constructor(
    private readonly database: Database,
    private readonly items: ItemRepository,
    private readonly boms: BomRepository,
    private readonly routings: RoutingRepository,
  ) {}

  /** One page of items. */
  page(
    plant: string,
    filter: ItemFilter,
    page: SearchPage,
  ): Promise<{ items: Item[]; nextCursor: string | null }> {
    return this.database.read(plant, (tx) => this.items.page(tx, filter, page));
  }

  /** One item. */
  async item(plant: string, id: string): Promise<Item | Refusal> {
    const found = await this.database.read(plant, (tx) => this.items.find(tx, id));
    return found ?? refuse('thing.unknown', { kind: 'item', id });
  }

  /** Creates or changes an item. @returns `item.gtin-taken` · `item.unit-in-use` · `revision.stale` */
  put(plant: string, id: string, values: Values<Item>): Promise<Item | Refusal> {
    return this.database.write(plant, async (tx) => {
      const stored = await this.items.find(tx, id);
      const fault =
        (await this.gtinTaken(tx, id, stored, values)) ?? (await this.unitInUse(tx, stored, values));
      if (fault) return fault;
      const saved = await this.items.put(tx, id, values);
      if (!isRefusal(saved)) tx.announce('plant.changed', { kind: 'item', id, replan: false });
      return saved;
    });
  }

  /** The bill of materials of an item; without lines when it has none. */
  bom(plant: string, item: string): Promise<Bom | Refusal> {
    return this.database.read(plant, async (tx) => {
      if (!(await this.items.find(tx, item))) return refuse('thing.unknown', { kind: 'item', id: item });
      const lines = (await this.boms.byItem(tx, [item])).get(item) ?? [];
      return { item, lines, revision: await this.boms.revision(tx, item) };
    });
  }

  /**
   * Replaces the bill of materials of an item.
   * @returns thing.unknown, reference.unknown, bom.cycle, routing.invalid (names an operation that the routing lacks, or a component
   * twice at one)
   */
  putBom(plant: string, item: string, lines: readonly BomLine[]): Promise<Bom | Refusal> {
    return this.database.write(plant, async (tx) => {
      const refusal = await this.checkBom(tx, item, lines);
      if (refusal) return refusal;
      const saved = await this.boms.put(tx, item, lines);
      if (!isRefusal(saved))
        tx.announce('plant.changed', { kind: 'bill of materials', id: item, replan: true });
      return saved;
    });
  }

  /** A trade item number names one item. One that an item has already is left alone, so that old doubles can be put right. */
  private async gtinTaken(
    tx: Tx,
    item: string,
    stored: Item | null,
    { gtin }: Values<Item>,
  ): Promise<Refusal | null> {
    if (gtin === null || stored?.gtin === gtin) return null;
    const other = await this.items.ofGtin(tx, gtin);
    return other === null || other === item ? null : refuse('item.gtin-taken', { gtin, item, other });
  }

  /** What is booked in one unit would mean something else in another. */
  private async unitInUse(
    tx: Tx,
    stored: Item | null,
    { unit: wanted }: Values<Item>,
  ): Promise<Refusal | null> {
    if (stored === null || stored.unit === wanted) return null;
    const { id: item, unit } = stored;
    const booked = await this.items.booked(tx, [item]);
    return booked.length > 0 ? refuse('item.unit-in-use', { item, unit, wanted }) : null;
  }

  private async checkBom(tx: Tx, item: string, lines: readonly BomLine[]): Promise<Refusal | null> {
    await this.boms.lock(tx);
    const components = lines.map(({ component }) => component);
    const known = await this.items.known(tx, [item, ...components]);
    if (!known.has(item)) return refuse('thing.unknown', { kind: 'item', id: item });
    const stray = components.findIndex((id) => !known.has(id));
    if (stray >= 0)
      return refuse('reference.unknown', {
        field: `lines.${stray}.component`,
        kind: 'item',
        id: components[stray] ?? '',
      });
    const cycle = checkBom(item, lines, await this.boms.below(tx, components));
    if (cycle) return cycle;
    const routing = await this.routings.find(tx, item);
    const numbers = routing?.operations.map(({ no }) => no);
    return numbers === undefined ? null : checkBomPlaces(item, numbers, lines);
  }
}
