import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from '../src/platform/database/roles';

/** Steps of instructions in routings and with the operations that were released, and what they show. */
export class AddInstructions1795370622144 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "media" ("plant" text NOT NULL, "id" uuid NOT NULL, "digest" text NOT NULL, "name" text NOT NULL, "kind" text NOT NULL, "type" text NOT NULL, "bytes" integer NOT NULL, "added_at" TIMESTAMP WITH TIME ZONE NOT NULL, "added_by" text NOT NULL, "content" bytea NOT NULL, CONSTRAINT "PK_f211246c31e67ac482fe4bbaaee" PRIMARY KEY ("plant", "id"))`,
    );
    await runner.query(
      `CREATE INDEX "IDX_4070fa3de7b663c6e431e6e7ae" ON "media"  ("plant", "added_at", "id")`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX "IDX_e98806f03e5e99a7755a936758" ON "media"  ("plant", "digest")`,
    );
    await runner.query(
      `CREATE TABLE "operation_instruction" ("plant" text NOT NULL, "operation" text NOT NULL, "steps" jsonb NOT NULL, CONSTRAINT "PK_e6c26c25d2883a65775c2783272" PRIMARY KEY ("plant", "operation"))`,
    );
    await runner.query(`ALTER TABLE "routing_operation" ADD "steps" jsonb NOT NULL DEFAULT '[]'`);
    await runner.query(
      `ALTER TABLE "media" ADD CONSTRAINT "FK_92c78d3262519036a4f1e400ed4" FOREIGN KEY ("plant") REFERENCES "plant"("plant") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "operation_instruction" ADD CONSTRAINT "FK_e6c26c25d2883a65775c2783272" FOREIGN KEY ("plant", "operation") REFERENCES "operation"("plant","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await protect(runner, 'media', { kind: 'append' });
    await protect(runner, 'operation_instruction', { kind: 'append' });
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only. Maybe restore a backup.');
  }
}
