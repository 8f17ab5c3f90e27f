import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from '../src/platform/database/roles';

/** Checks, holds of lots, and measurements that are kept with operations. */
export class CreateQuality1795346309971 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "quality_check" ("plant" text NOT NULL, "id" uuid NOT NULL, "operation" text NOT NULL, "work_order" text NOT NULL, "lot" text NOT NULL, "step" integer, "name" text NOT NULL, "kind" text NOT NULL, "value" text NOT NULL, "unit" text, "min" double precision, "max" double precision, "within" boolean NOT NULL, "worker" text, "station" text, "at" TIMESTAMP WITH TIME ZONE NOT NULL, "recorded_at" TIMESTAMP WITH TIME ZONE NOT NULL, "recorded_by" text NOT NULL, "note" text NOT NULL, CONSTRAINT "PK_38d8e1cfb23614a324353a1055e" PRIMARY KEY ("plant", "id"))`,
    );
    await runner.query(
      `CREATE INDEX "IDX_cddd2cc44d7b2e18ede3546d06" ON "quality_check"  ("plant", "at", "id")`,
    );
    await runner.query(
      `CREATE INDEX "IDX_aeedd2eb8fece05deae8853ab5" ON "quality_check"  ("plant", "work_order")`,
    );
    await runner.query(
      `CREATE INDEX "IDX_fff07e1b70089b2d9cbbab826f" ON "quality_check"  ("plant", "operation")`,
    );
    await runner.query(
      `CREATE TABLE "lot_hold" ("plant" text NOT NULL, "id" uuid NOT NULL, "lot" text NOT NULL, "item" text NOT NULL, "place" text NOT NULL, "qty" numeric(18,6) NOT NULL, "reason" text NOT NULL, "held_at" TIMESTAMP WITH TIME ZONE NOT NULL, "held_by" text NOT NULL, "released_at" TIMESTAMP WITH TIME ZONE, "released_by" text, "note" text NOT NULL, CONSTRAINT "PK_cff844e426f4cf69235b0363b0e" PRIMARY KEY ("plant", "id"))`,
    );
    await runner.query(`CREATE INDEX "IDX_c6ef95acc4e6f6b8ef46006543" ON "lot_hold"  ("plant", "lot")`);
    await runner.query(
      `CREATE TABLE "operation_measure" ("plant" text NOT NULL, "operation" text NOT NULL, "station" text NOT NULL, "parameter" text NOT NULL, "count" integer NOT NULL, "min" double precision NOT NULL, "mean" double precision NOT NULL, "max" double precision NOT NULL, "limit_min" double precision, "limit_max" double precision, "outside" integer NOT NULL, "first_at" TIMESTAMP WITH TIME ZONE NOT NULL, "last_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_bef27b2c8343aa9fccbd1dffa06" PRIMARY KEY ("plant", "operation", "station", "parameter"))`,
    );
    await runner.query(
      `ALTER TABLE "quality_check" ADD CONSTRAINT "FK_fff07e1b70089b2d9cbbab826f3" FOREIGN KEY ("plant", "operation") REFERENCES "operation"("plant","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "lot_hold" ADD CONSTRAINT "FK_c6ef95acc4e6f6b8ef460065438" FOREIGN KEY ("plant", "lot") REFERENCES "lot"("plant","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "operation_measure" ADD CONSTRAINT "FK_68ce0f7ef361a85e5339a81ef3c" FOREIGN KEY ("plant", "operation") REFERENCES "operation"("plant","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await protect(runner, 'quality_check', { kind: 'append' });
    await protect(runner, 'lot_hold');
    await protect(runner, 'operation_measure');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only. Maybe restore a backup.');
  }
}
