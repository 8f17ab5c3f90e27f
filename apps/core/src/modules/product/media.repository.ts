import { Injectable } from '@nestjs/common';
import { Any } from 'typeorm';
import type { Media } from '@takt/contracts';
import { insertNew, type Tx } from '../../platform/database';
import { cursorPage, type PageRequest } from '../../platform/http';
import { MediaEntity } from './media.entity';

/** A medium without its content. */
type MediaRow = Omit<MediaEntity, 'content' | 'plant' | 'digest'>;

const SELECT = `select m.id, m.name, m.kind, m.type, m.bytes, m.added_at as "addedAt", m.added_by as "addedBy" from media m`;

function mediaOf({ id, name, kind, type, bytes, addedAt, addedBy }: MediaRow): Media {
  return { id, name, kind, type, bytes, addedAt: addedAt.toISOString(), addedBy };
}

/** Pictures, videos and PDFs in PostgreSQL. */
@Injectable()
export class MediaRepository {
  /** Adds a medium, or finds the one with the same content. */
  async add(tx: Tx, row: MediaEntity): Promise<Media> {
    await insertNew(tx, MediaEntity, row);
    return mediaOf(await tx.of(MediaEntity).findOneByOrFail({ plant: row.plant, digest: row.digest }));
  }

  /** Media by id, without their contents; unknown ids are left out. */
  async byId(tx: Tx, ids: readonly string[]): Promise<Map<string, Media>> {
    if (ids.length === 0) return new Map();
    const rows = await tx.of(MediaEntity).findBy({ plant: tx.plant, id: Any([...ids]) });
    return new Map(rows.map((row) => [row.id, mediaOf(row)]));
  }

  /** A medium with its content. */
  content(tx: Tx, id: string): Promise<Pick<MediaEntity, 'type' | 'content'> | null> {
    return tx
      .of(MediaEntity)
      .findOne({ where: { plant: tx.plant, id }, select: { type: true, content: true } });
  }

  /** One page. */
  async page(
    tx: Tx,
    filter: { readonly kind?: readonly string[] | undefined },
    page: PageRequest,
  ): Promise<{ items: Media[]; nextCursor: string | null }> {
    const { rows, nextCursor } = await cursorPage<MediaRow>(
      tx,
      {
        select: SELECT,
        where: ['m.plant = $1', '$2::text[] is null or m.kind = any($2)'],
        parameters: [tx.plant, filter.kind ?? null],
        sortable: { addedAt: { sql: 'm.added_at', type: 'timestamptz' } },
        id: { sql: 'm.id', type: 'uuid' },
      },
      page,
    );
    return { items: rows.map(mediaOf), nextCursor };
  }
}
