import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from '../src/platform/database/roles';

/** add report subscription */
export class AddReportSubscription1795369537000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "report_sending" ("plant" text NOT NULL, "id" uuid NOT NULL, "subscription" text NOT NULL, "span" text NOT NULL, "period" text NOT NULL, "day" date NOT NULL, "from_at" TIMESTAMP WITH TIME ZONE NOT NULL, "to_at" TIMESTAMP WITH TIME ZONE NOT NULL, "trial" boolean NOT NULL, "source" text NOT NULL, "message" text, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "attempts" integer NOT NULL, "next_attempt_at" TIMESTAMP WITH TIME ZONE, "claimed_until" TIMESTAMP WITH TIME ZONE, "delivered_at" TIMESTAMP WITH TIME ZONE, "last_status" text, CONSTRAINT "PK_d438cf3de1517f17f8342f50456" PRIMARY KEY ("plant", "id"))`,
    );
    await runner.query(
      `CREATE INDEX "IDX_4978bac22d7b9af5ee1db89354" ON "report_sending"  ("next_attempt_at")`,
    );
    await runner.query(
      `CREATE INDEX "IDX_4c87fa0a699a24aa5b2bb9ae9a" ON "report_sending"  ("plant", "created_at")`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX "IDX_e52674a73d17b301707d3a2bfd" ON "report_sending"  ("plant", "subscription", "source")`,
    );
    await runner.query(
      `CREATE TABLE "report_subscription" ("plant" text NOT NULL, "id" text NOT NULL, "name" text NOT NULL, "span" text NOT NULL, "format" text NOT NULL, "language" text NOT NULL, "line" text, "delay_min" integer NOT NULL, "target" jsonb NOT NULL, "active" boolean NOT NULL, "sealed_secret" text NOT NULL, "after_at" TIMESTAMP WITH TIME ZONE NOT NULL, "after_key" text NOT NULL, "due_at" TIMESTAMP WITH TIME ZONE, "revision" integer NOT NULL, CONSTRAINT "PK_2e6ea9e09a9b529c9508128c4d6" PRIMARY KEY ("plant", "id"))`,
    );
    await runner.query(`CREATE INDEX "IDX_15e51e16384aecbd2bce5ae186" ON "report_subscription"  ("due_at")`);
    await runner.query(
      `ALTER TABLE "report_sending" ADD CONSTRAINT "FK_bd50cc7d86935fc095ff5c873ab" FOREIGN KEY ("plant", "subscription") REFERENCES "report_subscription"("plant","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "report_subscription" ADD CONSTRAINT "FK_ebd0da0e3023668e3b3946c3df2" FOREIGN KEY ("plant") REFERENCES "plant"("plant") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await protect(runner, 'report_sending');
    await protect(runner, 'report_subscription');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only. Maybe restore a backup.');
  }
}
