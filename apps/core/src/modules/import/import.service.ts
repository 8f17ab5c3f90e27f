import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { refuse, sentenceOf, type ImportResult, type Language, type Refusal } from '@takt/contracts';
import { Clock } from '../../platform/clock';
import { currentContext } from '../../platform/context';
import { Database, type Tx } from '../../platform/database';
import type { Writes } from './check';
import { FileChecker } from './file-checker';
import type { ImportFileEntity } from './import.entity';
import { ImportRepository } from './import.repository';
import { MasterData } from './master-data';
import { showable, type PlacedFault } from './table/faults';
import type { Known } from './world';

const DAY_MS = 86_400_000;
const NAME_MAX = 200;

function faultOf(fault: PlacedFault, language: Language): ImportResult['faults'][number] {
  const { sheet, row, column, cell, code, facts, value } = fault;
  const { detail, hint } = sentenceOf(code, facts, language);
  const place = cell ?? (row === null ? '' : String(row));
  return {
    path: place === '' ? sheet : `${sheet}!${place}`,
    code,
    message: `${detail} ${hint}`,
    ...(value === null ? {} : { value }),
    sheet,
    row,
    column,
  };
}

function resultOf(row: Omit<ImportFileEntity, 'content'>): ImportResult {
  const language = currentContext()?.language ?? 'en';
  return {
    id: row.id,
    file: row.file,
    status: row.status,
    sheets: row.sheets,
    faults: row.faults.map((fault) => faultOf(fault, language)),
    checkedAt: row.checkedAt.toISOString(),
    committedAt: row.committedAt?.toISOString() ?? null,
  };
}

/** Master data from files: a dry run that tells every fault, then all of it or nothing. */
@Injectable()
export class ImportService {
  constructor(
    private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    private readonly checker: FileChecker,
    private readonly imports: ImportRepository,
    private readonly master: MasterData,
  ) {}

  /** Checks a file against what the plant has, and keeps it. @returns import.unreadable */
  async check(plant: string, name: string, content: Buffer): Promise<ImportResult | Refusal> {
    const file = showable(name.slice(-NAME_MAX));
    const { known, fingerprint } = await this.state(plant);
    const answer = await this.checker.check({ name: file, bytes: content, known });
    if (answer.kind === 'unreadable')
      return refuse('import.unreadable', { file, format: answer.format, why: answer.why });
    const { sheets, faults } = answer.result;
    const status = faults.length > 0 ? ('faulty' as const) : ('checked' as const);
    const row: ImportFileEntity = {
      plant,
      id: uuid(),
      file,
      status,
      sheets,
      faults: [...faults],
      content: status === 'checked' ? content : null,
      fingerprint,
      checkedAt: this.clock.date(),
      committedAt: null,
    };
    await this.database.write(plant, async (tx) => {
      await this.imports.forget(tx, new Date(this.clock.now() - DAY_MS));
      await this.imports.add(tx, row);
    });
    return resultOf(row);
  }

  /**
   * Imports what was checked: all of it or nothing.
   * @returns thing.unknown, import.faulty, import.stale: imported already, or the master data has changed since
   */
  async commit(plant: string, id: string): Promise<ImportResult | Refusal> {
    const row = await this.database.read(plant, (tx) => this.imports.find(tx, id));
    if (!row) return refuse('thing.unknown', { kind: 'import', id });
    if (row.status === 'faulty') return refuse('import.faulty', { count: row.faults.length });
    const stale = refuse('import.stale', { import: id });
    if (row.status !== 'checked' || row.content === null) return stale;
    const { known, fingerprint } = await this.state(plant);
    if (fingerprint !== row.fingerprint) return stale;
    const answer = await this.checker.check({ name: row.file, bytes: row.content, known });
    if (answer.kind === 'unreadable' || answer.result.faults.length > 0) return stale;
    const { writes } = answer.result;
    return this.database.write(plant, async (tx) => {
      await this.imports.lockMasterData(tx);
      const now = await this.imports.lock(tx, id);
      if (now?.status !== 'checked' || (await this.imports.fingerprint(tx)) !== fingerprint) return stale;
      await this.master.write(tx, writes);
      const committedAt = this.clock.date();
      await this.imports.committed(tx, id, committedAt);
      announce(tx, id, writes);
      return resultOf({ ...now, status: 'committed', committedAt });
    });
  }

  /** Imports, newest first. */
  list(plant: string): Promise<ImportResult[]> {
    return this.database.read(plant, async (tx) => (await this.imports.list(tx)).map(resultOf));
  }

  /** What the plant has, as of one moment. */
  private state(plant: string): Promise<{ known: Known; fingerprint: string }> {
    return this.database.read(plant, async (tx) => {
      await this.imports.asOfNow(tx);
      return { fingerprint: await this.imports.fingerprint(tx), known: await this.master.read(tx) };
    });
  }
}

function announce(tx: Tx, id: string, { shifts, lines, workers }: Writes): void {
  tx.announce('import.committed', { import: id });
  tx.announce('plant.changed', { kind: 'import', id, replan: true });
  if (shifts.length + lines.length + workers.length > 0)
    tx.announce('shift.changed', { line: null, station: null, worker: null, kind: 'import', id });
}
