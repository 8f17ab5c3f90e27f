import type { MigrationInterface } from 'typeorm';

export type CreateOrder = MigrationInterface;
