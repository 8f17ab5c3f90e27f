import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE, protect } from '../src/platform/database/roles';

/** Tables of the platform: outbox, room versions, idempotency, audit, installation. */
export class CreatePlatform1764000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`do $$ begin
      if not exists (select from pg_roles where rolname = '${APP_ROLE}') then create role ${APP_ROLE} nologin; end if;
    end $$`);
    await runner.query(`do $$ begin execute format('grant ${APP_ROLE} to %I', current_user); end $$`);
    await runner.query(`grant usage on schema public to ${APP_ROLE}`);

    await runner.query(`create table outbox (
      id bigint generated always as identity primary key,
      plant text not null,
      name text not null,
      payload jsonb not null,
      at timestamptz not null,
      written_at timestamptz not null,
      attempts int not null default 0,
      dispatched_at timestamptz,
      failure text
    )`);
    await runner.query(`create index outbox_waiting on outbox (id) where dispatched_at is null`);
    await protect(runner, 'outbox');

    await runner.query(
      `create table room_version (plant text not null, room text not null, version bigint not null, primary key (plant, room))`,
    );
    await protect(runner, 'room_version');

    await runner.query(`create table idempotency (
      plant text not null, caller text not null, key text not null, fingerprint text not null,
      status int, body jsonb, created_at timestamptz not null,
      primary key (plant, caller, key)
    )`);
    await runner.query(`create index idempotency_age on idempotency (created_at)`);
    await protect(runner, 'idempotency');

    await runner.query(`create table audit (
      id uuid not null, plant text not null, at timestamptz not null, actor text not null, actor_kind text not null, actor_id text not null,
      action text not null, detail jsonb not null, address text, outcome text not null,
      primary key (plant, id)
    )`);
    await runner.query(`create index audit_time on audit (plant, at desc, id)`);
    await protect(runner, 'audit', { kind: 'append' });

    await runner.query(`create table installation (
      name text primary key, value jsonb not null, written_at timestamptz not null
    )`);
    await runner.query(`grant select, insert, update, delete on installation to ${APP_ROLE}`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only. Maybe restore a backup.');
  }
}
