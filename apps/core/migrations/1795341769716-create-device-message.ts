import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE, protect } from '../src/platform/database/roles';

/** The rows between two days of a partition, in UTC whatever the session says. */
const bounds = `first_at := day::text || ' 00:00:00+00'; end_at := (day + 1)::text || ' 00:00:00+00';`;

/**
 * Device messages, one partition per day of the device's clock, and the batches in which they were committed. The
 * application may open and drop partitions through functions only.
 */
export class CreateDeviceMessage1795341769716 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table ingest_batch (
      id bigint generated always as identity primary key,
      first_at timestamptz not null,
      last_at timestamptz not null,
      messages int not null,
      written_at timestamptz not null,
      attempts int not null default 0,
      failure text
    )`);
    await runner.query(`grant select, insert, update, delete on ingest_batch to ${APP_ROLE}`);

    await runner.query(`create table device_message (
      plant text not null,
      line text not null,
      station text not null,
      boot text not null,
      seq bigint not null,
      clock_at timestamptz not null,
      at timestamptz not null,
      received_at timestamptz not null,
      channel text not null,
      payload text not null,
      batch bigint not null,
      primary key (plant, line, station, boot, seq, clock_at)
    ) partition by range (clock_at)`);
    await runner.query(`create index device_message_time on device_message (plant, station, channel, at)`);
    await runner.query(`create index device_message_batch on device_message (batch)`);
    await runner.query(`create table device_message_rest partition of device_message default`);
    await protect(runner, 'device_message');

    await this.openPartitions(runner);
    await this.dropPartitions(runner);
    for (const signature of ['message_partitions_open(date, date)', 'message_partitions_drop(date, int)']) {
      await runner.query(`revoke all on function ${signature} from public`);
      await runner.query(`grant execute on function ${signature} to ${APP_ROLE}`);
    }
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only. Maybe restore a backup.');
  }

  /** Makes what is missing; rows that came before their partition was there move into it. */
  private openPartitions(runner: QueryRunner): Promise<unknown> {
    return runner.query(`create function message_partitions_open(first_day date, last_day date) returns int
      language plpgsql security definer set search_path = public, pg_temp set lock_timeout = '2s' as $$
    declare
      day date := first_day; name text; first_at text; end_at text; made int := 0;
    begin
      perform pg_advisory_xact_lock(hashtext('message_partitions'));
      while day <= last_day loop
        name := 'device_message_' || to_char(day, 'YYYYMMDD');
        if to_regclass('public.' || name) is null then
          ${bounds}
          execute format('create table %I (like device_message including defaults)', name);
          execute format('with moved as (delete from device_message_rest where clock_at >= %L and clock_at < %L returning *)
            insert into %I select * from moved', first_at, end_at, name);
          execute format('alter table device_message attach partition %I for values from (%L) to (%L)', name, first_at, end_at);
          made := made + 1;
        end if;
        day := day + 1;
      end loop;
      return made;
    end $$`);
  }

  /** Drops partitions of days before one, and some of the rows that belong to no day and came before it. */
  private dropPartitions(runner: QueryRunner): Promise<unknown> {
    return runner.query(`create function message_partitions_drop(before_day date, most int) returns int
      language plpgsql security definer set search_path = public, pg_temp set lock_timeout = '2s' as $$
    declare
      name text; dropped int := 0;
    begin
      perform pg_advisory_xact_lock(hashtext('message_partitions'));
      for name in
        select part.relname from pg_inherits join pg_class part on part.oid = inhrelid
        where inhparent = 'device_message'::regclass and part.relname ~ '^device_message_[0-9]{8}$'
          and to_date(right(part.relname, 8), 'YYYYMMDD') < before_day
      loop
        execute format('drop table %I', name);
        dropped := dropped + 1;
      end loop;
      delete from device_message_rest where ctid in (
        select ctid from device_message_rest where received_at < (before_day::text || ' 00:00:00+00')::timestamptz limit most);
      return dropped;
    end $$`);
  }
}
