import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from '../src/platform/database/roles';

/** create product */
export class CreateProduct1795337521394 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "skill" ("plant" text NOT NULL, "id" text NOT NULL, "name" text NOT NULL, "name_zh" text, "revision" integer NOT NULL, CONSTRAINT "PK_3f30d3ae994920a5e88356a87fa" PRIMARY KEY ("plant", "id"))`,
    );
    await runner.query(
      `CREATE TABLE "changeover" ("plant" text NOT NULL, "id" text NOT NULL, "name" text NOT NULL, "name_zh" text, "families" text array NOT NULL, "seconds" jsonb NOT NULL, "revision" integer NOT NULL, CONSTRAINT "PK_08dbaa1b32046777f3abdd59040" PRIMARY KEY ("plant", "id"))`,
    );
    await runner.query(
      `CREATE TABLE "customer" ("plant" text NOT NULL, "id" text NOT NULL, "name" text NOT NULL, "name_zh" text, "weight" integer NOT NULL, "min_remaining_life_days" integer NOT NULL, "price_group" text, "active" boolean NOT NULL, "revision" integer NOT NULL, CONSTRAINT "PK_1531dc3a1c55cfcafffafae425f" PRIMARY KEY ("plant", "id"))`,
    );
    await runner.query(
      `CREATE INDEX "IDX_cf26d09c25aa6b5ccab35571fd" ON "customer"  ("plant", "name", "id")`,
    );
    await runner.query(
      `CREATE TABLE "item" ("plant" text NOT NULL, "id" text NOT NULL, "name" text NOT NULL, "name_zh" text, "kind" text NOT NULL, "class" text, "unit" text NOT NULL, "replenishment" text NOT NULL, "standard_cost" numeric(18,6) NOT NULL, "price" numeric(18,6), "stock_min" numeric(18,6) NOT NULL, "lot_size" numeric(18,6) NOT NULL, "shelf_life_days" integer, "lead_time_sec" integer NOT NULL, "outside" boolean NOT NULL, "active" boolean NOT NULL, "revision" integer NOT NULL, CONSTRAINT "PK_fe5eb6cd80b4df4cbcea85ee2d9" PRIMARY KEY ("plant", "id"))`,
    );
    await runner.query(`CREATE INDEX "IDX_9f8836285a4cc87928a60b55f7" ON "item"  ("plant", "name", "id")`);
    await runner.query(
      `CREATE TABLE "bom" ("plant" text NOT NULL, "item" text NOT NULL, "revision" integer NOT NULL, CONSTRAINT "PK_5ea5d07992fe24c8d55b0dd2094" PRIMARY KEY ("plant", "item"))`,
    );
    await runner.query(
      `CREATE TABLE "bom_line" ("plant" text NOT NULL, "item" text NOT NULL, "position" integer NOT NULL, "component" text NOT NULL, "qty_per" numeric(18,6) NOT NULL, "scrap_percent" double precision NOT NULL, "operation_no" integer, CONSTRAINT "PK_b75538a879b60c082b0e0792cd2" PRIMARY KEY ("plant", "item", "position"))`,
    );
    await runner.query(`CREATE INDEX "IDX_02f7e566f1831eea2cecbc0db9" ON "bom_line"  ("plant", "component")`);
    await runner.query(
      `CREATE TABLE "routing" ("plant" text NOT NULL, "item" text NOT NULL, "revision" integer NOT NULL, CONSTRAINT "PK_53c826b7e3465ea5e6ebc94e386" PRIMARY KEY ("plant", "item"))`,
    );
    await runner.query(
      `CREATE TABLE "routing_operation" ("plant" text NOT NULL, "item" text NOT NULL, "no" integer NOT NULL, "name" text NOT NULL, "name_zh" text, "family" text, "skill" text, "crew" integer NOT NULL, "wait_min_sec" integer NOT NULL, "wait_max_sec" integer, "interruptible" boolean NOT NULL, "limits" jsonb NOT NULL, "instruction" text NOT NULL, "instruction_zh" text NOT NULL, CONSTRAINT "PK_2f946872beed7f2e58b25a630f4" PRIMARY KEY ("plant", "item", "no"))`,
    );
    await runner.query(
      `CREATE TABLE "routing_station" ("plant" text NOT NULL, "item" text NOT NULL, "no" integer NOT NULL, "position" integer NOT NULL, "station" text NOT NULL, "run_sec_per_unit" double precision NOT NULL, "setup_sec" integer NOT NULL, CONSTRAINT "PK_de46c3a9c8d58ff1dd914d53f26" PRIMARY KEY ("plant", "item", "no", "position"))`,
    );
    await runner.query(
      `CREATE INDEX "IDX_0f4326755d7515cfcafd1db3a1" ON "routing_station"  ("plant", "station")`,
    );
    await runner.query(
      `ALTER TABLE "skill" ADD CONSTRAINT "FK_9f487f41cf7687fccf26b11ef3b" FOREIGN KEY ("plant") REFERENCES "plant"("plant") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "station" ADD CONSTRAINT "FK_d764c00a4ddb5b21279398e8c2e" FOREIGN KEY ("plant", "changeover") REFERENCES "changeover"("plant","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "changeover" ADD CONSTRAINT "FK_4283a8377d403a4fa0b3a2eeae8" FOREIGN KEY ("plant") REFERENCES "plant"("plant") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "customer" ADD CONSTRAINT "FK_ed0473aeace78943c65987f7505" FOREIGN KEY ("plant") REFERENCES "plant"("plant") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "item" ADD CONSTRAINT "FK_f2e0e876b59faad06403285c3f6" FOREIGN KEY ("plant") REFERENCES "plant"("plant") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "bom" ADD CONSTRAINT "FK_5ea5d07992fe24c8d55b0dd2094" FOREIGN KEY ("plant", "item") REFERENCES "item"("plant","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "bom_line" ADD CONSTRAINT "FK_02f7e566f1831eea2cecbc0db92" FOREIGN KEY ("plant", "component") REFERENCES "item"("plant","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "bom_line" ADD CONSTRAINT "FK_1af921859e5ad1bd6050d0f6d09" FOREIGN KEY ("plant", "item") REFERENCES "bom"("plant","item") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "routing" ADD CONSTRAINT "FK_53c826b7e3465ea5e6ebc94e386" FOREIGN KEY ("plant", "item") REFERENCES "item"("plant","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "routing_operation" ADD CONSTRAINT "FK_6e8aa1deeff56bae2e51119ffe5" FOREIGN KEY ("plant", "skill") REFERENCES "skill"("plant","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "routing_operation" ADD CONSTRAINT "FK_abb4a09b0e5727fdeaabb219d1b" FOREIGN KEY ("plant", "item") REFERENCES "routing"("plant","item") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "routing_station" ADD CONSTRAINT "FK_0f4326755d7515cfcafd1db3a1a" FOREIGN KEY ("plant", "station") REFERENCES "station"("plant","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "routing_station" ADD CONSTRAINT "FK_cc44d80391892d460e3ad451fc2" FOREIGN KEY ("plant", "item", "no") REFERENCES "routing_operation"("plant","item","no") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await protect(runner, 'skill');
    await protect(runner, 'changeover');
    await protect(runner, 'customer');
    await protect(runner, 'item');
    await protect(runner, 'bom');
    await protect(runner, 'bom_line');
    await protect(runner, 'routing');
    await protect(runner, 'routing_operation');
    await protect(runner, 'routing_station');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only. Maybe restore a backup.');
  }
}
