import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE, protect } from '../src/platform/database/roles';

/** Customer orders, work orders with operations and reports, the stock ledger with lots, reservations and supplies. */
export class CreateOrders1795340620048 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "lot" ("plant" text NOT NULL, "id" text NOT NULL, "item" text NOT NULL, "made_at" TIMESTAMP WITH TIME ZONE NOT NULL, "expires_at" TIMESTAMP WITH TIME ZONE, "work_order" text, "supplier_lot" text, CONSTRAINT "PK_6fed8b5afd80fe9a31aedbc7564" PRIMARY KEY ("plant", "id"))`,
    );
    await runner.query(`CREATE INDEX "IDX_4774965f34ee5622b74887b0f8" ON "lot"  ("plant", "work_order")`);
    await runner.query(
      `CREATE INDEX "IDX_86fedafaadacb9a85247f30747" ON "lot"  ("plant", "item", "expires_at")`,
    );
    await runner.query(
      `CREATE TABLE "stock_movement" ("plant" text NOT NULL, "id" uuid NOT NULL, "seq" BIGSERIAL NOT NULL, "kind" text NOT NULL, "item" text NOT NULL, "lot" text, "place" text NOT NULL, "qty" numeric(18,6) NOT NULL, "unit" text NOT NULL, "value" numeric(30,6) NOT NULL, "occurred_at" TIMESTAMP WITH TIME ZONE NOT NULL, "recorded_at" TIMESTAMP WITH TIME ZONE NOT NULL, "report" uuid, "operation" text, "work_order" text, "order" text, "order_line" integer, "worker" text, "source" text NOT NULL, "reverses" uuid, "corrects" uuid, "command_id" uuid, "note" text NOT NULL, CONSTRAINT "PK_4c69a6539c365e3718f70d2e7cf" PRIMARY KEY ("plant", "id"))`,
    );
    await runner.query(
      `CREATE INDEX "IDX_cd95d18554b8796b429456f939" ON "stock_movement"  ("plant", "corrects") WHERE corrects is not null`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX "IDX_6138c0056fa8935f1b4992bdca" ON "stock_movement"  ("plant", "reverses") WHERE reverses is not null`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX "IDX_b17ae5453bed0d911b139562c1" ON "stock_movement"  ("plant", "command_id") WHERE command_id is not null`,
    );
    await runner.query(
      `CREATE INDEX "IDX_cfe6dd87d1c070a90f3d3ced6e" ON "stock_movement"  ("plant", "order", "order_line")`,
    );
    await runner.query(
      `CREATE INDEX "IDX_7b464df1a8ffe429302f984a9c" ON "stock_movement"  ("plant", "work_order")`,
    );
    await runner.query(
      `CREATE INDEX "IDX_bc21133447cdb6379a0a48da43" ON "stock_movement"  ("plant", "report")`,
    );
    await runner.query(`CREATE INDEX "IDX_ed0b263bbbb65aecf2dba38f47" ON "stock_movement"  ("plant", "lot")`);
    await runner.query(
      `CREATE INDEX "IDX_0a395d03760d31deb41e03c280" ON "stock_movement"  ("plant", "item", "occurred_at")`,
    );
    await runner.query(
      `CREATE INDEX "IDX_8075ef0568d258422938a9c9e7" ON "stock_movement"  ("plant", "recorded_at", "seq")`,
    );
    await runner.query(
      `CREATE INDEX "IDX_a3bda4c51e7b610032aedf7168" ON "stock_movement"  ("plant", "occurred_at", "seq")`,
    );
    await runner.query(
      `CREATE TABLE "stock_balance" ("plant" text NOT NULL, "item" text NOT NULL, "place" text NOT NULL, "lot" text NOT NULL, "qty" numeric(18,6) NOT NULL, "value" numeric(30,6) NOT NULL, CONSTRAINT "PK_6e66091e4048efef3d76c01147c" PRIMARY KEY ("plant", "item", "place", "lot"))`,
    );
    await runner.query(`CREATE INDEX "IDX_b9ee63e596b0d71e61082d8e97" ON "stock_balance"  ("plant", "lot")`);
    await runner.query(
      `CREATE TABLE "stock_day" ("plant" text NOT NULL, "item" text NOT NULL, "place" text NOT NULL, "day" date NOT NULL, "qty" numeric(18,6) NOT NULL, "value" numeric(30,6) NOT NULL, CONSTRAINT "PK_b46230870002ea34e5d00a58c09" PRIMARY KEY ("plant", "item", "place", "day"))`,
    );
    await runner.query(
      `CREATE TABLE "reservation" ("plant" text NOT NULL, "id" uuid NOT NULL, "item" text NOT NULL, "lot" text, "qty" numeric(18,6) NOT NULL, "order" text, "line" integer, "work_order" text, "operation_no" integer, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_92ce6c4e99269bb1cd0cfd82ae3" PRIMARY KEY ("plant", "id"))`,
    );
    await runner.query(`CREATE INDEX "IDX_35fe233e90fcd87311861c9e8d" ON "reservation"  ("plant", "lot")`);
    await runner.query(
      `CREATE INDEX "IDX_0018342632a0ab137ccb228c0b" ON "reservation"  ("plant", "work_order")`,
    );
    await runner.query(
      `CREATE INDEX "IDX_311b893d9c0866f0c124df7f84" ON "reservation"  ("plant", "order", "line")`,
    );
    await runner.query(`CREATE INDEX "IDX_5761541f246e098722d735ac9c" ON "reservation"  ("plant", "item")`);
    await runner.query(
      `CREATE TABLE "supply" ("plant" text NOT NULL, "id" uuid NOT NULL, "item" text NOT NULL, "qty" numeric(18,6) NOT NULL, "expected_at" TIMESTAMP WITH TIME ZONE NOT NULL, "received_at" TIMESTAMP WITH TIME ZONE, "note" text NOT NULL, CONSTRAINT "PK_59695bd9b1d04310ba1a382d5a9" PRIMARY KEY ("plant", "id"))`,
    );
    await runner.query(`CREATE INDEX "IDX_dea52e72d065f7e2a44dff4a47" ON "supply"  ("plant", "item")`);
    await runner.query(
      `CREATE INDEX "IDX_c3ea7e39731b76755f298e4d88" ON "supply"  ("plant", "expected_at", "id")`,
    );
    await runner.query(
      `CREATE TABLE "customer_order" ("plant" text NOT NULL, "id" text NOT NULL, "customer" text NOT NULL, "channel" text NOT NULL, "channel_revision" integer NOT NULL, "received_at" TIMESTAMP WITH TIME ZONE NOT NULL, "revision" integer NOT NULL, CONSTRAINT "PK_ea1f5db5c30a4a5062ec6c31f78" PRIMARY KEY ("plant", "id"))`,
    );
    await runner.query(
      `CREATE INDEX "IDX_94df45d1e9d7ddc3d693f16f23" ON "customer_order"  ("plant", "customer")`,
    );
    await runner.query(
      `CREATE TABLE "order_line" ("plant" text NOT NULL, "order" text NOT NULL, "line" integer NOT NULL, "item" text NOT NULL, "qty" numeric(18,6) NOT NULL, "qty_from_stock" numeric(18,6) NOT NULL, "qty_ready" numeric(18,6) NOT NULL, "qty_shipped" numeric(18,6) NOT NULL, "requested_at" TIMESTAMP WITH TIME ZONE NOT NULL, "committed_at" TIMESTAMP WITH TIME ZONE, "latest_committed_at" TIMESTAMP WITH TIME ZONE, "forecast_at" TIMESTAMP WITH TIME ZONE, "shipped_at" TIMESTAMP WITH TIME ZONE, "status" text NOT NULL, "risk" text NOT NULL, "promise_at" TIMESTAMP WITH TIME ZONE NOT NULL, "urgency_at" TIMESTAMP WITH TIME ZONE, "begun" boolean NOT NULL, "note" text NOT NULL, CONSTRAINT "PK_ade26bb94c96a949486eeac8637" PRIMARY KEY ("plant", "order", "line"))`,
    );
    await runner.query(`CREATE INDEX "IDX_1e5c6b34f18d2f5f1d41a2706f" ON "order_line"  ("plant", "item")`);
    await runner.query(
      `CREATE INDEX "IDX_5b3a5398e40bbe3ea8093a7847" ON "order_line"  ("plant", "committed_at")`,
    );
    await runner.query(
      `CREATE INDEX "IDX_e3bad80402f8263e56cb5fa0db" ON "order_line"  ("plant", "requested_at")`,
    );
    await runner.query(
      `CREATE INDEX "IDX_8b9d09fe33945bcaa548799ec9" ON "order_line"  ("plant", "urgency_at")`,
    );
    await runner.query(
      `CREATE TABLE "shipment" ("plant" text NOT NULL, "command_id" uuid NOT NULL, "order" text NOT NULL, "line" integer NOT NULL, "qty_asked" numeric(18,6), "qty" numeric(18,6) NOT NULL, "shipped_at" TIMESTAMP WITH TIME ZONE NOT NULL, "recorded_at" TIMESTAMP WITH TIME ZONE NOT NULL, "recorded_by" text NOT NULL, CONSTRAINT "PK_fd6ba723594ef8df9e545d51e70" PRIMARY KEY ("plant", "command_id"))`,
    );
    await runner.query(
      `CREATE INDEX "IDX_9e13be8b4330e03376881d6edb" ON "shipment"  ("plant", "order", "line")`,
    );
    await runner.query(
      `CREATE TABLE "report" ("plant" text NOT NULL, "id" uuid NOT NULL, "command_id" uuid NOT NULL, "operation" text NOT NULL, "work_order" text NOT NULL, "station" text NOT NULL, "type" text NOT NULL, "good" numeric(18,6) NOT NULL, "scrap" numeric(18,6) NOT NULL, "rework" numeric(18,6) NOT NULL, "scrap_reason" text, "pause_reason" text, "workers" text array NOT NULL, "setup_sec" integer, "lot" text, "at" TIMESTAMP WITH TIME ZONE NOT NULL, "start_at" TIMESTAMP WITH TIME ZONE, "work" text, "recorded_at" TIMESTAMP WITH TIME ZONE NOT NULL, "source" text NOT NULL, "recorded_by" text NOT NULL, "flags" text array NOT NULL, "reverses" uuid, "note" text NOT NULL, CONSTRAINT "PK_30d18062a5fd9c275222a6e628d" PRIMARY KEY ("plant", "id"))`,
    );
    await runner.query(
      `CREATE INDEX "IDX_62a35ffbf2a3fa99fe8e602698" ON "report"  ("plant", "recorded_at", "id")`,
    );
    await runner.query(`CREATE INDEX "IDX_86a60a4473ce0ed09d3fbb8925" ON "report"  ("plant", "at", "id")`);
    await runner.query(
      `CREATE INDEX "IDX_d9e94df3ca20fca58173c2e1c7" ON "report"  ("plant", "station", "at")`,
    );
    await runner.query(
      `CREATE INDEX "IDX_0e2cb1e4d28021589c933a2698" ON "report"  ("plant", "operation", "at")`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX "IDX_0810e3c9f3e996c7548ecbf09d" ON "report"  ("plant", "reverses") WHERE reverses is not null`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX "IDX_dbfcda2a368f371948556efad8" ON "report"  ("plant", "command_id")`,
    );
    await runner.query(
      `CREATE TABLE "operation_hold" ("plant" text NOT NULL, "id" uuid NOT NULL, "operation" text NOT NULL, "station" text, "reason" text NOT NULL, "held_at" TIMESTAMP WITH TIME ZONE NOT NULL, "released_at" TIMESTAMP WITH TIME ZONE, "released_by" text, "note" text NOT NULL, CONSTRAINT "PK_f6cb7291014258644f2bcaf8824" PRIMARY KEY ("plant", "id"))`,
    );
    await runner.query(
      `CREATE INDEX "IDX_b1cb4a47bd8a4242bf67f2f0ce" ON "operation_hold"  ("plant", "operation")`,
    );
    await runner.query(
      `CREATE TABLE "operation_run" ("plant" text NOT NULL, "operation" text NOT NULL, "position" integer NOT NULL, "work_order" text NOT NULL, "station" text NOT NULL, "start_at" TIMESTAMP WITH TIME ZONE NOT NULL, "end_at" TIMESTAMP WITH TIME ZONE, "workers" text array NOT NULL, "setup_sec" integer NOT NULL, "work" text NOT NULL, CONSTRAINT "PK_326888cffbcbb314ccc851d4435" PRIMARY KEY ("plant", "operation", "position"))`,
    );
    await runner.query(
      `CREATE INDEX "IDX_fb97adab31b6a0b48ad83fc3ab" ON "operation_run"  ("plant", "start_at")`,
    );
    await runner.query(
      `CREATE INDEX "IDX_2d8b0f49f212e219bfb733c265" ON "operation_run"  ("plant", "station", "start_at")`,
    );
    await runner.query(
      `CREATE TABLE "work_order" ("plant" text NOT NULL, "id" text NOT NULL, "item" text NOT NULL, "qty" numeric(18,6) NOT NULL, "kind" text NOT NULL, "status" text NOT NULL, "order" text, "order_line" integer, "parent" text, "feeds_operation_no" integer, "release_at" TIMESTAMP WITH TIME ZONE NOT NULL, "due_at" TIMESTAMP WITH TIME ZONE NOT NULL, "weight" integer NOT NULL, "lot" text NOT NULL, "started_at" TIMESTAMP WITH TIME ZONE, "ended_at" TIMESTAMP WITH TIME ZONE, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "revision" integer NOT NULL, CONSTRAINT "PK_90cf2ef2bf4f3ed973dbb55a5c8" PRIMARY KEY ("plant", "id"))`,
    );
    await runner.query(`CREATE INDEX "IDX_d6dca5d6c79adb585d1a4c23f8" ON "work_order"  ("plant", "parent")`);
    await runner.query(
      `CREATE INDEX "IDX_84f7f0087c1c4699dc21b693f8" ON "work_order"  ("plant", "order", "order_line")`,
    );
    await runner.query(
      `CREATE INDEX "IDX_19ae40e8e7fc5309aae511a773" ON "work_order"  ("plant", "item", "status")`,
    );
    await runner.query(
      `CREATE INDEX "IDX_2d1c47f6ce00a9a2fa953cad7b" ON "work_order"  ("plant", "status", "due_at")`,
    );
    await runner.query(
      `CREATE TABLE "operation" ("plant" text NOT NULL, "id" text NOT NULL, "work_order" text NOT NULL, "no" integer NOT NULL, "name" text NOT NULL, "name_zh" text, "family" text, "skill" text, "crew" integer NOT NULL, "status" text NOT NULL, "hold_reason" text, "qty_target" numeric(18,6) NOT NULL, "qty_good" numeric(18,6) NOT NULL, "qty_scrap" numeric(18,6) NOT NULL, "qty_rework" numeric(18,6) NOT NULL, "station" text, "eligible" text array NOT NULL, "ways" jsonb NOT NULL, "wait_min_sec" integer NOT NULL, "wait_max_sec" integer, "interruptible" boolean NOT NULL, "limits" jsonb NOT NULL, "instruction" text NOT NULL, "instruction_zh" text NOT NULL, "planned_start_at" TIMESTAMP WITH TIME ZONE, "planned_end_at" TIMESTAMP WITH TIME ZONE, "predicted_end_at" TIMESTAMP WITH TIME ZONE, "started_at" TIMESTAMP WITH TIME ZONE, "ended_at" TIMESTAMP WITH TIME ZONE, "workers" text array NOT NULL, "pinned" boolean NOT NULL, "revision" integer NOT NULL, CONSTRAINT "PK_1a219836f67b4d5fc5380bfc470" PRIMARY KEY ("plant", "id"))`,
    );
    await runner.query(
      `CREATE INDEX "IDX_a6fb9f2917fb41477a53edcd21" ON "operation"  ("plant", "status", "planned_start_at")`,
    );
    await runner.query(
      `CREATE INDEX "IDX_cbcb3ae92083900f69acdf772e" ON "operation"  ("plant", "station", "status")`,
    );
    await runner.query(
      `CREATE INDEX "IDX_51fcbb7026085b0fb337006567" ON "operation"  ("plant", "work_order")`,
    );
    await runner.query(
      `CREATE TABLE "work_order_material" ("plant" text NOT NULL, "work_order" text NOT NULL, "position" integer NOT NULL, "operation_no" integer NOT NULL, "component" text NOT NULL, "qty_per" numeric(18,6) NOT NULL, "scrap_percent" double precision NOT NULL, "qty" numeric(18,6) NOT NULL, "qty_from_child" numeric(18,6) NOT NULL, "qty_short" numeric(18,6) NOT NULL, CONSTRAINT "PK_2baa42fe886c7197eca55a087c4" PRIMARY KEY ("plant", "work_order", "position"))`,
    );
    await runner.query(
      `CREATE INDEX "IDX_1089d9787afe8d4c2f9a869bc5" ON "work_order_material"  ("plant", "component")`,
    );
    await runner.query(
      `CREATE TABLE "work_order_peg" ("plant" text NOT NULL, "work_order" text NOT NULL, "order" text NOT NULL, "line" integer NOT NULL, "qty" numeric(18,6) NOT NULL, "promise_at" TIMESTAMP WITH TIME ZONE NOT NULL, "weight" integer NOT NULL, CONSTRAINT "PK_be539d641ae1caf1b937f3a75a7" PRIMARY KEY ("plant", "work_order", "order", "line"))`,
    );
    await runner.query(
      `CREATE INDEX "IDX_35fbd9333049587d240c69fef6" ON "work_order_peg"  ("plant", "order", "line")`,
    );
    await runner.query(
      `ALTER TABLE "lot" ADD CONSTRAINT "FK_014b3ac6c662978cf8d3de59193" FOREIGN KEY ("plant", "item") REFERENCES "item"("plant","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "stock_movement" ADD CONSTRAINT "FK_c7bb818f5824331c3992e940e65" FOREIGN KEY ("plant", "item") REFERENCES "item"("plant","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "stock_balance" ADD CONSTRAINT "FK_83f71db51079761bd9d6e57c954" FOREIGN KEY ("plant", "item") REFERENCES "item"("plant","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "stock_day" ADD CONSTRAINT "FK_dbfc077fcee704a12b505e7d578" FOREIGN KEY ("plant", "item") REFERENCES "item"("plant","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "reservation" ADD CONSTRAINT "FK_0018342632a0ab137ccb228c0b0" FOREIGN KEY ("plant", "work_order") REFERENCES "work_order"("plant","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "reservation" ADD CONSTRAINT "FK_311b893d9c0866f0c124df7f849" FOREIGN KEY ("plant", "order", "line") REFERENCES "order_line"("plant","order","line") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "reservation" ADD CONSTRAINT "FK_5761541f246e098722d735ac9c8" FOREIGN KEY ("plant", "item") REFERENCES "item"("plant","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "supply" ADD CONSTRAINT "FK_dea52e72d065f7e2a44dff4a475" FOREIGN KEY ("plant", "item") REFERENCES "item"("plant","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "customer_order" ADD CONSTRAINT "FK_94df45d1e9d7ddc3d693f16f236" FOREIGN KEY ("plant", "customer") REFERENCES "customer"("plant","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "customer_order" ADD CONSTRAINT "FK_a034df47400f7cc737910f1e513" FOREIGN KEY ("plant") REFERENCES "plant"("plant") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "order_line" ADD CONSTRAINT "FK_1e5c6b34f18d2f5f1d41a2706f0" FOREIGN KEY ("plant", "item") REFERENCES "item"("plant","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "order_line" ADD CONSTRAINT "FK_8d71b30202031dbeb655ed4bebe" FOREIGN KEY ("plant", "order") REFERENCES "customer_order"("plant","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "shipment" ADD CONSTRAINT "FK_9e13be8b4330e03376881d6edb3" FOREIGN KEY ("plant", "order", "line") REFERENCES "order_line"("plant","order","line") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "report" ADD CONSTRAINT "FK_c5131c137413da691205bf2c508" FOREIGN KEY ("plant", "station") REFERENCES "station"("plant","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "report" ADD CONSTRAINT "FK_c4cfd0e9108b95e1f4675d4c689" FOREIGN KEY ("plant", "operation") REFERENCES "operation"("plant","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "operation_hold" ADD CONSTRAINT "FK_b1cb4a47bd8a4242bf67f2f0ce3" FOREIGN KEY ("plant", "operation") REFERENCES "operation"("plant","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "operation_run" ADD CONSTRAINT "FK_31de1dad0e04d0f42bdb1720226" FOREIGN KEY ("plant", "operation") REFERENCES "operation"("plant","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "work_order" ADD CONSTRAINT "FK_84f7f0087c1c4699dc21b693f85" FOREIGN KEY ("plant", "order", "order_line") REFERENCES "order_line"("plant","order","line") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "work_order" ADD CONSTRAINT "FK_3cca3feaba1afe992aabd94142a" FOREIGN KEY ("plant", "item") REFERENCES "item"("plant","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "operation" ADD CONSTRAINT "FK_998dc5e49fe469715dffc9240a4" FOREIGN KEY ("plant", "station") REFERENCES "station"("plant","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "operation" ADD CONSTRAINT "FK_51fcbb7026085b0fb3370065673" FOREIGN KEY ("plant", "work_order") REFERENCES "work_order"("plant","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "work_order_material" ADD CONSTRAINT "FK_1089d9787afe8d4c2f9a869bc59" FOREIGN KEY ("plant", "component") REFERENCES "item"("plant","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "work_order_material" ADD CONSTRAINT "FK_341817597d5e35930c3d80860d4" FOREIGN KEY ("plant", "work_order") REFERENCES "work_order"("plant","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "work_order_peg" ADD CONSTRAINT "FK_35fbd9333049587d240c69fef67" FOREIGN KEY ("plant", "order", "line") REFERENCES "order_line"("plant","order","line") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "work_order_peg" ADD CONSTRAINT "FK_33d007e43aca514545fa8bd4e3a" FOREIGN KEY ("plant", "work_order") REFERENCES "work_order"("plant","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await protect(runner, 'lot', { kind: 'append' });
    await protect(runner, 'stock_movement', { kind: 'append' });
    await protect(runner, 'stock_balance');
    await protect(runner, 'stock_day');
    await protect(runner, 'reservation');
    await protect(runner, 'supply');
    await protect(runner, 'customer_order');
    await protect(runner, 'order_line');
    await protect(runner, 'shipment', { kind: 'append' });
    await protect(runner, 'report', { kind: 'append' });
    await protect(runner, 'operation_hold');
    await protect(runner, 'operation_run');
    await protect(runner, 'work_order');
    await protect(runner, 'operation');
    await protect(runner, 'work_order_material');
    await protect(runner, 'work_order_peg');
    await runner.query(`grant usage on sequence stock_movement_seq_seq to ${APP_ROLE}`);
    for (const name of ['order_number', 'work_order_number', 'lot_number']) {
      await runner.query(`create sequence ${name} start 1001`);
      await runner.query(`grant usage on sequence ${name} to ${APP_ROLE}`);
    }
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only. Maybe restore a backup.');
  }
}
