import { Inject, Injectable } from '@nestjs/common';
import { v5 as uuidOf } from 'uuid';
import {
  isRefusal,
  refuse,
  type Hold,
  type InputOf,
  type Refusal,
  type qualityRoutes,
} from '@takt/contracts';
import { Exact, decimalText } from '@takt/production';
import { Clock } from '../../platform/clock';
import type { Caller } from '../../platform/context';
import { Database, type Tx } from '../../platform/database';
import { HandMovementService, LotRepository } from '../inventory';
import { HoldRepository, lotHoldView, type LotHold } from './hold.repository';

type Input<K extends keyof typeof qualityRoutes> = InputOf<(typeof qualityRoutes)[K]>;

/** Puts lots on hold and releases them. */
@Injectable()
export class LotHoldService {
  constructor(
    private readonly database: Database,
    private readonly holds: HoldRepository,
    private readonly lots: LotRepository,
    private readonly moves: HandMovementService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Blocks a lot, whole or in part. @returns `thing.unknown` · `stock.short` · `idempotency.mismatch`, or the hold */
  hold(caller: Caller, { params, body }: Input<'holdLot'>): Promise<Hold | Refusal> {
    const { commandId: id, reason, qty: asked } = body;
    return this.database.write(caller.plant, async (tx) => {
      const item = await this.lots.itemOf(tx, params.lot);
      if (item === null) return refuse('thing.unknown', { kind: 'lot', id: params.lot });
      const kept = await this.holds.lotHold(tx, id);
      if (kept)
        return kept.lot === params.lot ? lotHoldView(kept) : refuse('idempotency.mismatch', { key: id });
      const there = (await this.lots.stock(tx, item)).filter(
        ({ lot, place }) => lot === params.lot && place !== 'quarantine',
      );
      const from = there.find(({ onHand }) => new Exact(onHand).greaterThanOrEqualTo(asked ?? onHand));
      const qty = asked ?? from?.onHand ?? '0';
      if (!from || !new Exact(qty).greaterThan(0))
        return refuse('stock.short', { item, available: from?.onHand ?? '0', needed: asked ?? '—' });
      const hold: LotHold = {
        ...{ id, lot: params.lot, item, place: from.place, qty: decimalText(qty), reason, note: '' },
        ...{ heldAt: this.clock.date(), heldBy: caller.id, releasedAt: null, releasedBy: null },
      };
      const moved = await this.move(tx, hold, { commandId: id, back: false, reason, caller });
      if (isRefusal(moved)) return moved;
      await this.holds.addLotHold(tx, hold);
      return lotHoldView(hold);
    });
  }

  /** Releases a lot. What was thrown away meanwhile stays away. @returns `thing.unknown` · `hold.none`, or the holds that ended */
  release(caller: Caller, { params: { lot }, body }: Input<'releaseLot'>): Promise<Hold[] | Refusal> {
    return this.database.write(caller.plant, async (tx) => {
      const item = await this.lots.itemOf(tx, lot);
      if (item === null) return refuse('thing.unknown', { kind: 'lot', id: lot });
      const open = await this.holds.openOfLot(tx, lot);
      if (open.length === 0) return refuse('hold.none', { lot });
      const ended: Hold[] = [];
      for (const hold of open) {
        const stock = await this.lots.stock(tx, item);
        const left = stock.find((one) => one.lot === lot && one.place === 'quarantine')?.onHand ?? '0';
        const qty = decimalText(Exact.min(hold.qty, left));
        const commandId = uuidOf(hold.id, body.commandId);
        const move = { commandId, back: true, reason: body.note, caller };
        const moved = new Exact(qty).greaterThan(0) ? await this.move(tx, { ...hold, qty }, move) : null;
        if (isRefusal(moved)) return moved;
        const released = { ...hold, releasedAt: this.clock.date(), releasedBy: caller.id, note: body.note };
        await this.holds.releaseLotHold(tx, released);
        ended.push(lotHoldView(released));
      }
      return ended;
    });
  }

  private move(
    tx: Tx,
    { item, lot, place, qty }: LotHold,
    { commandId, back, reason, caller }: { commandId: string; back: boolean; reason: string; caller: Caller },
  ): Promise<string[] | Refusal> {
    const [from, to] = back ? (['quarantine', place] as const) : ([place, 'quarantine'] as const);
    return this.moves.transfer(tx, { commandId, item, lot, from, to, qty, reason }, caller);
  }
}
