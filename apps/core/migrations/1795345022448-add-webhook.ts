import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from '../src/platform/database/roles';

/** add webhook */
export class AddWebhook1795345022448 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "shop_message" ("plant" text NOT NULL, "channel" text NOT NULL, "order" text NOT NULL, "revision" integer NOT NULL, "digest" text NOT NULL, "received_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_e3ba7cdc46d3c8466bfe711b6d9" PRIMARY KEY ("plant", "channel", "order", "revision"))`,
    );
    await runner.query(
      `CREATE TABLE "webhook_delivery" ("plant" text NOT NULL, "id" uuid NOT NULL, "channel" text NOT NULL, "event" text NOT NULL, "order" text NOT NULL, "line" integer NOT NULL, "source" text NOT NULL, "body" text NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "attempts" integer NOT NULL, "next_attempt_at" TIMESTAMP WITH TIME ZONE, "claimed_until" TIMESTAMP WITH TIME ZONE, "delivered_at" TIMESTAMP WITH TIME ZONE, "last_status" text, CONSTRAINT "PK_994bccd2d4d84e7634b9552a130" PRIMARY KEY ("plant", "id"))`,
    );
    await runner.query(
      `CREATE INDEX "IDX_8979aab0e5517ce68c59147675" ON "webhook_delivery"  ("next_attempt_at")`,
    );
    await runner.query(
      `CREATE INDEX "IDX_407c484f895584ee0af472f986" ON "webhook_delivery"  ("plant", "created_at")`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX "IDX_0fe94d7b1b9f325b3670dead6b" ON "webhook_delivery"  ("plant", "source")`,
    );
    await runner.query(
      `ALTER TABLE "shop_message" ADD CONSTRAINT "FK_dec925793c7e9c5ae7a5f9902d2" FOREIGN KEY ("plant", "channel") REFERENCES "channel"("plant","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "webhook_delivery" ADD CONSTRAINT "FK_e68c4b0370427edcd34274097a3" FOREIGN KEY ("plant", "channel") REFERENCES "channel"("plant","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await protect(runner, 'shop_message', { kind: 'append' });
    await protect(runner, 'webhook_delivery');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only. Maybe restore a backup.');
  }
}
