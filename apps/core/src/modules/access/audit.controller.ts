import { Controller } from '@nestjs/common';
import { auditRoutes, type AuditEntry, type InputOf, type ReplyOf } from '@takt/contracts';
import type { Caller } from '../../platform/context';
import { Database } from '../../platform/database';
import { cursorPage, Handle, In, Who } from '../../platform/http';

interface Row {
  readonly id: string;
  readonly at: Date;
  readonly actor: string;
  readonly actor_kind: AuditEntry['actorKind'];
  readonly action: string;
  readonly detail: Record<string, unknown>;
  readonly address: string | null;
  readonly outcome: string;
}

/** The audit over HTTP: read only, as the table is. */
@Controller()
export class AuditController {
  constructor(private readonly database: Database) {}

  @Handle(auditRoutes.list)
  async list(
    @In() { query }: InputOf<typeof auditRoutes.list>,
    @Who() caller: Caller,
  ): Promise<ReplyOf<typeof auditRoutes.list>> {
    const { filter, q } = query;
    const { rows, nextCursor } = await this.database.read(caller.plant, (tx) =>
      cursorPage<Row>(
        tx,
        {
          select: 'select id, at, actor, actor_kind, action, detail, address, outcome from audit',
          where: [
            'plant = $1',
            '$2::text[] is null or actor = any($2)',
            '$3::text[] is null or actor_kind = any($3)',
            '$4::text[] is null or action = any($4)',
            `$5::text is null or position(lower($5) in lower(action || ' ' || actor || ' ' || detail::text)) > 0`,
          ],
          parameters: [
            caller.plant,
            filter.actor ?? null,
            filter.actorKind ?? null,
            filter.action ?? null,
            q ?? null,
          ],
          sortable: { at: { sql: 'at', type: 'timestamptz' } },
          id: { sql: 'id', type: 'uuid' },
        },
        { ...query, sort: query.sort.length > 0 ? query.sort : [{ field: 'at', descending: true }] },
      ),
    );
    const items = rows.map(({ id, at, actor, actor_kind: actorKind, action, detail, address, outcome }) => ({
      id,
      at: at.toISOString(),
      actor,
      actorKind,
      action,
      detail,
      address,
      outcome,
    }));
    return { items, nextCursor };
  }
}
