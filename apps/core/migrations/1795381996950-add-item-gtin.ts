import type { MigrationInterface, QueryRunner } from 'typeorm';

/** add item gtin */
export class AddItemGtin1795381996950 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "item" ADD "gtin" text`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only. Maybe restore a backup.');
  }
}
