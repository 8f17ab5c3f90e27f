import type { MigrationInterface, QueryRunner } from 'typeorm';

/** add note in two languages */
export class AddNoteInTwoLanguages1795419541973 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "andon_call" ADD "note_zh" text`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only. Maybe restore a backup.');
  }
}
