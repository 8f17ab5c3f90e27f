import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { KpiAnnotation, KpiTarget } from '@takt/contracts';
import type { Tx } from '../../../platform/database';
import { KpiAnnotationEntity, KpiTargetEntity } from '../target.entity';

const ANNOTATIONS_MAX = 1000;

const annotationOf = ({ id, kpi, at, text, writtenAt, writtenBy }: KpiAnnotationEntity): KpiAnnotation => ({
  ...{ id, kpi, text, writtenBy },
  at: at.toISOString(),
  writtenAt: writtenAt.toISOString(),
});

/** Targets of figures, and notes beside them, in PostgreSQL. */
@Injectable()
export class TargetRepository {
  /** Targets of the plant. */
  async targets(tx: Tx): Promise<KpiTarget[]> {
    const rows = await tx.of(KpiTargetEntity).find({ where: { plant: tx.plant }, order: { kpi: 'ASC' } });
    return rows.map(({ kpi, value, setAt, setBy }) => ({ kpi, value, setAt: setAt.toISOString(), setBy }));
  }

  /** Sets a target. */
  async put(tx: Tx, target: { kpi: string; value: number; setAt: Date; setBy: string }): Promise<void> {
    await tx.of(KpiTargetEntity).upsert({ plant: tx.plant, ...target }, ['plant', 'kpi']);
  }

  /** Removes a target. @returns whether there was one */
  async remove(tx: Tx, kpi: string): Promise<boolean> {
    return ((await tx.of(KpiTargetEntity).delete({ plant: tx.plant, kpi })).affected ?? 0) > 0;
  }

  /** Notes of a window, of one figure and of all. */
  async annotations(tx: Tx, window: { from: Date; to: Date }, kpi: string | null): Promise<KpiAnnotation[]> {
    const rows = await tx
      .of(KpiAnnotationEntity)
      .createQueryBuilder('a')
      .where('a.plant = :plant and a.at >= :from and a.at < :to', { plant: tx.plant, ...window })
      .andWhere('(:kpi::text is null or a.kpi is null or a.kpi = :kpi)', { kpi })
      .orderBy({ 'a.at': 'ASC', 'a.id': 'ASC' })
      .limit(ANNOTATIONS_MAX)
      .getMany();
    return rows.map(annotationOf);
  }

  /** Adds a note. */
  async annotate(tx: Tx, note: Omit<KpiAnnotationEntity, 'plant' | 'id'>): Promise<KpiAnnotation> {
    const row = { plant: tx.plant, id: uuid(), ...note };
    await tx.of(KpiAnnotationEntity).insert(row);
    return annotationOf(row);
  }

  /** Removes a note. @returns whether there was one */
  async removeAnnotation(tx: Tx, id: string): Promise<boolean> {
    return ((await tx.of(KpiAnnotationEntity).delete({ plant: tx.plant, id })).affected ?? 0) > 0;
  }
}
