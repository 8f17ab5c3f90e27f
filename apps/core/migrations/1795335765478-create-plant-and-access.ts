import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from '../src/platform/database/roles';

/** create plant and access */
export class CreatePlantAndAccess1795335765478 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "app_user" ("plant" text NOT NULL, "id" uuid NOT NULL, "login" text NOT NULL, "name" text NOT NULL, "language" text NOT NULL, "role" text NOT NULL, "worker" text, "password_hash" text, "active" boolean NOT NULL, "revision" integer NOT NULL, CONSTRAINT "PK_8ef9772973214c22de22504b643" PRIMARY KEY ("plant", "id"))`,
    );
    await runner.query(`CREATE INDEX "IDX_3548498ed5dc0f4d28dde9d67a" ON "app_user"  ("login")`);
    await runner.query(
      `CREATE UNIQUE INDEX "IDX_e0a7ab24da5423d637b33afbab" ON "app_user"  ("plant", "login")`,
    );
    await runner.query(
      `CREATE TABLE "worker_pin" ("plant" text NOT NULL, "worker" text NOT NULL, "pin_hash" text NOT NULL, CONSTRAINT "PK_73dc059b5aaf5b8773d95ef482f" PRIMARY KEY ("plant", "worker"))`,
    );
    await runner.query(
      `CREATE TABLE "terminal" ("plant" text NOT NULL, "id" uuid NOT NULL, "name" text NOT NULL, "mode" text NOT NULL, "line" text NOT NULL, "stations" text array NOT NULL, "code_hash" text, "code_expires_at" TIMESTAMP WITH TIME ZONE, "paired_at" TIMESTAMP WITH TIME ZONE, "last_seen_at" TIMESTAMP WITH TIME ZONE, "revoked_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_2d80727533294b3d0412dfcff65" PRIMARY KEY ("plant", "id"))`,
    );
    await runner.query(`CREATE INDEX "IDX_20f5b43cab82f36081b7b15070" ON "terminal"  ("code_hash")`);
    await runner.query(
      `CREATE TABLE "session" ("plant" text NOT NULL, "id" uuid NOT NULL, "kind" text NOT NULL, "user" uuid, "worker" text, "terminal" uuid, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "expires_at" TIMESTAMP WITH TIME ZONE NOT NULL, "revoked_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_b88cae8342fac1cebbe9503cf55" PRIMARY KEY ("plant", "id"))`,
    );
    await runner.query(`CREATE INDEX "IDX_37530a662db773e8a0ea2af8fb" ON "session"  ("plant", "terminal")`);
    await runner.query(`CREATE INDEX "IDX_38a7b61f75a8bdf6a175043495" ON "session"  ("plant", "worker")`);
    await runner.query(`CREATE INDEX "IDX_49ea1de696dc8a1d03ce0ed7ff" ON "session"  ("plant", "user")`);
    await runner.query(
      `CREATE TABLE "login_attempt" ("plant" text NOT NULL, "subject" text NOT NULL, "failures" integer NOT NULL, "last_at" TIMESTAMP WITH TIME ZONE NOT NULL, "locked_until" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_8ca51ae2ec5788cd7c8fdf0ad8b" PRIMARY KEY ("plant", "subject"))`,
    );
    await runner.query(
      `CREATE TABLE "device" ("plant" text NOT NULL, "id" text NOT NULL, "name" text NOT NULL, "kind" text NOT NULL, "stations" text array NOT NULL, "password_hash" text NOT NULL, "revoked_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_e55782ef4d165cf87d25d7bb46f" PRIMARY KEY ("plant", "id"))`,
    );
    await runner.query(
      `CREATE TABLE "worker" ("plant" text NOT NULL, "id" text NOT NULL, "name" text NOT NULL, "name_zh" text, "line" text, "crew" text, "badge" text, "language" text NOT NULL, "skills" jsonb NOT NULL, "rate_per_hour" double precision NOT NULL, "active" boolean NOT NULL, "revision" integer NOT NULL, CONSTRAINT "PK_742325baebae8fdfb821af1a8c9" PRIMARY KEY ("plant", "id"))`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX "IDX_23a39bfc639fce8f30d0d2df3f" ON "worker"  ("plant", "badge")`,
    );
    await runner.query(
      `CREATE TABLE "plant" ("plant" text NOT NULL, "name" text NOT NULL, "name_zh" text, "time_zone" text NOT NULL, "currency" text NOT NULL, "language" text NOT NULL, "frozen_sec" integer NOT NULL, "tolerance_sec" integer NOT NULL, "ack_within_sec" integer NOT NULL, "costing" text NOT NULL, "revision" integer NOT NULL, CONSTRAINT "PK_3117fd4b8e05e0cc675fc10a9e7" PRIMARY KEY ("plant"))`,
    );
    await runner.query(
      `CREATE TABLE "line" ("plant" text NOT NULL, "id" text NOT NULL, "name" text NOT NULL, "name_zh" text, "position" integer NOT NULL, "shift_pattern" text, "revision" integer NOT NULL, CONSTRAINT "PK_a67c1f99cd7d8a8ae8fd4239314" PRIMARY KEY ("plant", "id"))`,
    );
    await runner.query(
      `CREATE TABLE "station" ("plant" text NOT NULL, "id" text NOT NULL, "line" text NOT NULL, "name" text NOT NULL, "name_zh" text, "position" integer NOT NULL, "capabilities" text array NOT NULL, "changeover" text, "count_source" text NOT NULL, "microstop_sec" integer NOT NULL, "silent_sec" integer NOT NULL, "cost_per_hour" double precision NOT NULL, "active" boolean NOT NULL, "revision" integer NOT NULL, CONSTRAINT "PK_96a9dd848c64fff2a966ebaedbe" PRIMARY KEY ("plant", "id"))`,
    );
    await runner.query(
      `CREATE TABLE "reason" ("plant" text NOT NULL, "id" text NOT NULL, "kind" text NOT NULL, "name" text NOT NULL, "name_zh" text, "planned" boolean NOT NULL, "position" integer NOT NULL, "active" boolean NOT NULL, "revision" integer NOT NULL, CONSTRAINT "PK_8c78b98786821ea67c0d0030e1f" PRIMARY KEY ("plant", "id"))`,
    );
    await runner.query(
      `ALTER TABLE "app_user" ADD CONSTRAINT "FK_db4457de98ac68cb1a121a0e2b7" FOREIGN KEY ("plant", "worker") REFERENCES "worker"("plant","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "app_user" ADD CONSTRAINT "FK_a149579b2c1749aa15a2830dbb3" FOREIGN KEY ("plant") REFERENCES "plant"("plant") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "worker_pin" ADD CONSTRAINT "FK_73dc059b5aaf5b8773d95ef482f" FOREIGN KEY ("plant", "worker") REFERENCES "worker"("plant","id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "terminal" ADD CONSTRAINT "FK_5ab99312cd297a56dcb314f99ee" FOREIGN KEY ("plant", "line") REFERENCES "line"("plant","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "session" ADD CONSTRAINT "FK_8a1ac15dc3f6db66b7c84418aef" FOREIGN KEY ("plant") REFERENCES "plant"("plant") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "device" ADD CONSTRAINT "FK_5f120d0fe45c7ac771328e14b09" FOREIGN KEY ("plant") REFERENCES "plant"("plant") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "worker" ADD CONSTRAINT "FK_e9d368c3a623e9c48db9d70c17c" FOREIGN KEY ("plant") REFERENCES "plant"("plant") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "line" ADD CONSTRAINT "FK_464f74b7ea39fa6ff072fe3ac0f" FOREIGN KEY ("plant") REFERENCES "plant"("plant") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "station" ADD CONSTRAINT "FK_177ef669c050def8346145e8358" FOREIGN KEY ("plant", "line") REFERENCES "line"("plant","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "reason" ADD CONSTRAINT "FK_5559b08f1879b9d998ecddfc7a9" FOREIGN KEY ("plant") REFERENCES "plant"("plant") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await protect(runner, 'app_user');
    await protect(runner, 'worker_pin');
    await protect(runner, 'terminal');
    await protect(runner, 'session');
    await protect(runner, 'login_attempt');
    await protect(runner, 'device');
    await protect(runner, 'worker');
    await protect(runner, 'plant');
    await protect(runner, 'line');
    await protect(runner, 'station');
    await protect(runner, 'reason');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only. Maybe restore a backup.');
  }
}
