import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from '../src/platform/database/roles';

/** create import */
export class CreateImport1795343195123 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "import_file" ("plant" text NOT NULL, "id" uuid NOT NULL, "file" text NOT NULL, "status" text NOT NULL, "sheets" jsonb NOT NULL, "faults" jsonb NOT NULL, "content" bytea, "fingerprint" text NOT NULL, "checked_at" TIMESTAMP WITH TIME ZONE NOT NULL, "committed_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_ea4f911eaf57d6882935dd936a8" PRIMARY KEY ("plant", "id"))`,
    );
    await runner.query(
      `CREATE INDEX "IDX_5d3274037433ae4646d7cc816d" ON "import_file"  ("plant", "checked_at")`,
    );
    await runner.query(
      `ALTER TABLE "import_file" ADD CONSTRAINT "FK_3d77d1237b2c823464020bfdd49" FOREIGN KEY ("plant") REFERENCES "plant"("plant") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await protect(runner, 'import_file');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only. Maybe restore a backup.');
  }
}
