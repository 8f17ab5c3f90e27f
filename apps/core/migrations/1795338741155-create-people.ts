import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from '../src/platform/database/roles';

/** create people */
export class CreatePeople1795338741155 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "badge_reading" ("plant" text NOT NULL, "id" uuid NOT NULL, "worker" text NOT NULL, "direction" text NOT NULL, "at" TIMESTAMP WITH TIME ZONE NOT NULL, "station" text, "line" text, "source" text NOT NULL, "recorded_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_f1ad410edbded6cc5d91745fcbd" PRIMARY KEY ("plant", "id"))`,
    );
    await runner.query(
      `CREATE INDEX "IDX_d7b08f6fb786e00001fe13c48e" ON "badge_reading"  ("plant", "worker", "at")`,
    );
    await runner.query(
      `CREATE TABLE "attendance" ("plant" text NOT NULL, "id" uuid NOT NULL, "worker" text NOT NULL, "station" text, "line" text, "in_at" TIMESTAMP WITH TIME ZONE NOT NULL, "out_at" TIMESTAMP WITH TIME ZONE, "close_at" TIMESTAMP WITH TIME ZONE NOT NULL, "source" text NOT NULL, "closed_by" text, CONSTRAINT "PK_d6e4cd476c9ee9b8fddd585f551" PRIMARY KEY ("plant", "id"))`,
    );
    await runner.query(
      `CREATE INDEX "IDX_29491c63103dcd057485baf76c" ON "attendance"  ("close_at") WHERE out_at is null`,
    );
    await runner.query(`CREATE INDEX "IDX_55761d04dc177361663369b563" ON "attendance"  ("plant", "in_at")`);
    await runner.query(
      `CREATE INDEX "IDX_2873c1531f13f70f7f7c6e2a57" ON "attendance"  ("plant", "worker", "in_at")`,
    );
    await runner.query(
      `CREATE TABLE "shift_pattern" ("plant" text NOT NULL, "id" text NOT NULL, "name" text NOT NULL, "name_zh" text, "shifts" jsonb NOT NULL, "revision" integer NOT NULL, CONSTRAINT "PK_94f2881f01d0fd544b82378ae5c" PRIMARY KEY ("plant", "id"))`,
    );
    await runner.query(
      `CREATE TABLE "shift_exception" ("plant" text NOT NULL, "id" uuid NOT NULL, "kind" text NOT NULL, "line" text, "station" text, "worker" text, "start_at" TIMESTAMP WITH TIME ZONE NOT NULL, "end_at" TIMESTAMP WITH TIME ZONE NOT NULL, "note" text NOT NULL, "revision" integer NOT NULL, CONSTRAINT "PK_6d99750fb436b07f501ee351dba" PRIMARY KEY ("plant", "id"))`,
    );
    await runner.query(
      `CREATE INDEX "IDX_dd107fbb41d6eb7aae4346b8fa" ON "shift_exception"  ("plant", "end_at", "start_at")`,
    );
    await runner.query(`CREATE INDEX "IDX_3cc772bf8dd82329a577c8d1c7" ON "worker"  ("plant", "name", "id")`);
    await runner.query(
      `ALTER TABLE "badge_reading" ADD CONSTRAINT "FK_60af09d6f0beb5e2f4ee229d881" FOREIGN KEY ("plant", "worker") REFERENCES "worker"("plant","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "attendance" ADD CONSTRAINT "FK_1a8e07003be42f6cbd9e4257198" FOREIGN KEY ("plant", "worker") REFERENCES "worker"("plant","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "shift_pattern" ADD CONSTRAINT "FK_5b2aff8f9dd07c8aadbb4f0f5b2" FOREIGN KEY ("plant") REFERENCES "plant"("plant") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "shift_exception" ADD CONSTRAINT "FK_01208b5e9255da26ca830702a52" FOREIGN KEY ("plant", "worker") REFERENCES "worker"("plant","id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "shift_exception" ADD CONSTRAINT "FK_669957edd4521f84e1c62f81743" FOREIGN KEY ("plant", "station") REFERENCES "station"("plant","id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "shift_exception" ADD CONSTRAINT "FK_b436f8fa72c156db404751c0631" FOREIGN KEY ("plant", "line") REFERENCES "line"("plant","id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "shift_exception" ADD CONSTRAINT "FK_6497f546911ce25061227e30fcd" FOREIGN KEY ("plant") REFERENCES "plant"("plant") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "worker" ADD CONSTRAINT "FK_2987e0aafaed0bedd583303b16d" FOREIGN KEY ("plant", "line") REFERENCES "line"("plant","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "line" ADD CONSTRAINT "FK_93dd860ea7b84a1e60d8eaa98be" FOREIGN KEY ("plant", "shift_pattern") REFERENCES "shift_pattern"("plant","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await protect(runner, 'badge_reading', { kind: 'append' });
    await protect(runner, 'attendance');
    await protect(runner, 'shift_pattern');
    await protect(runner, 'shift_exception');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only. Maybe restore a backup.');
  }
}
