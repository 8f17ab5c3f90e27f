import { z } from 'zod';
import { form, formIssue } from './form-words';
import { InstructionStep, STEPS_MAX } from './instruction';
import { listQuery, pageOf } from './list';
import { allow } from './role';
import { route } from './route';
import { Gtin, Id, MoneyFromZero, Name, PositiveQuantity, Quantity, TopicId, named } from './scalar';

/** Where an item stands in the flow: bought, half-made or sold. */
export const ItemKind = z.enum(['raw', 'semi-finished', 'finished']);
/** Kind of an item. */
export type ItemKind = z.infer<typeof ItemKind>;

/** Made only when an order asks for it, or kept in stock. */
export const Replenishment = z.enum(['make-to-order', 'make-to-stock', 'buy']);
/** How an item is replenished. */
export type Replenishment = z.infer<typeof Replenishment>;

/** An item: a thing stocked, made or sold. */
export const Item = z.object({
  id: Id,
  ...named,
  kind: ItemKind,
  class: Id.nullable().describe('item class for figures'),
  unit: z.string().min(1).max(12).describe('unit of quantities: pcs, kg, m, …'),
  replenishment: Replenishment,
  standardCost: MoneyFromZero.describe('value of one unit'),
  price: MoneyFromZero.nullable(),
  stockMin: Quantity.describe('make-to-stock: replenish below this'),
  lotSize: PositiveQuantity.describe('make-to-stock: quantity of one work order; make-to-order: the largest'),
  shelfLifeDays: z.number().int().min(1).max(3650).nullable(),
  gtin: Gtin.nullable().default(null).describe('trade item number, for GS1 labels of its lots; of one item'),
  leadTimeSec: z.number().int().min(0).max(31_536_000).describe('bought items: from order to receipt'),
  outside: z.boolean().default(false).describe('consigned or subcontracted: excluded from the stock value'),
  active: z.boolean(),
  revision: z.number().int(),
});
/** An item. */
export type Item = z.infer<typeof Item>;

/** One component of a bill of materials: so much of it for one unit of the parent. */
export const BomLine = z.object({
  component: Id,
  qtyPer: PositiveQuantity,
  scrapPercent: z.number().min(0).max(99).default(0),
  operationNo: z
    .number()
    .int()
    .min(1)
    .max(999)
    .nullable()
    .describe('consumed by this operation; null: by the first'),
});
/** One component of a bill of materials. */
export type BomLine = z.infer<typeof BomLine>;

/** Bill of materials of an item; without lines and with revision 0 as long as there is none. */
export const Bom = z.object({ item: Id, lines: z.array(BomLine).max(200), revision: z.number().int() });
/** Bill of materials of an item. */
export type Bom = z.infer<typeof Bom>;

/** The lines of a bill of materials as they are sent: a component stands at an operation once. */
export const BomLines = z
  .array(z.strictObject(BomLine.shape))
  .max(200)
  .superRefine((lines, context) => {
    const seen = new Set<string>();
    for (const [i, { component, operationNo }] of lines.entries()) {
      const key = `${component}\n${operationNo}`;
      if (seen.has(key))
        context.addIssue(formIssue('a component stands at an operation once', { path: [i, 'component'] }));
      seen.add(key);
    }
  });

/** A bill of materials as it is sent. */
export const NewBom = z.strictObject({ lines: BomLines });

/** Limit of a process parameter: live measurements outside it raise a hold. */
export const ProcessLimit = z.object({
  parameter: z
    .string()
    .regex(/^[a-z][a-z0-9_]{0,39}$/, form('a name with its unit in small letters: oven_c'))
    .describe('name with unit, as in measurements: oven_c'),
  name: Name.optional().describe('what people call it; the parameter unless told'),
  nameZh: Name.optional(),
  min: z.number().nullable(),
  max: z.number().nullable(),
});
/** Limit of a process parameter. */
export type ProcessLimit = z.infer<typeof ProcessLimit>;

/** One way to do an operation: a station with its own times. */
export const RoutingStation = z.object({
  station: TopicId,
  runSecPerUnit: z.number().positive().max(1_000_000).describe('run time of one unit there'),
  setupSec: z.number().int().min(0).max(604_800).describe('set-up before each run, beside the changeover'),
});
/** One way to do an operation. */
export type RoutingStation = z.infer<typeof RoutingStation>;

/** One operation of a routing. */
export const RoutingOperation = z.object({
  no: z.number().int().min(1).max(999).describe('10, 20, 30 …'),
  ...named,
  family: Id.nullable().describe('changeover family'),
  skill: Id.nullable().describe('skill that is needed'),
  crew: z.number().int().min(0).max(20).describe('how many people with the skill it occupies'),
  stations: z.array(RoutingStation).min(1).max(40),
  waitMinSec: z
    .number()
    .int()
    .min(0)
    .max(31_536_000)
    .describe('least wait after the operation before it ends (cooling, drying)'),
  waitMaxSec: z
    .number()
    .int()
    .min(0)
    .max(31_536_000)
    .nullable()
    .describe('longest wait; null: as long as it takes'),
  interruptible: z.boolean().describe('may pause over breaks and nights'),
  limits: z.array(ProcessLimit).max(40).default([]),
  instruction: z.string().max(4000).default('').describe('how it is done'),
  instructionZh: z.string().max(4000).default(''),
  steps: z
    .array(InstructionStep)
    .max(STEPS_MAX)
    .default([])
    .describe('how it is done, step by step; without them the text counts, a step a line'),
});
/** One operation of a routing. */
export type RoutingOperation = z.infer<typeof RoutingOperation>;

/** Routing of an item: its operations in order. */
export const Routing = z.object({
  item: Id,
  operations: z.array(RoutingOperation).min(1).max(99),
  revision: z.number().int(),
});
/** Routing of an item. */
export type Routing = z.infer<typeof Routing>;

/** Changeover matrix: seconds from the family run last (row) to the next (column). */
export const Changeover = z.object({
  id: Id,
  ...named,
  families: z.array(Id).min(1).max(60),
  seconds: z.array(z.array(z.number().int().min(0).max(604_800))),
  revision: z.number().int(),
});
/** Changeover matrix. */
export type Changeover = z.infer<typeof Changeover>;

/** A changeover matrix as it is sent: families once each, a row and a column for each of them. */
export const NewChangeover = z
  .strictObject(Changeover.omit({ id: true, revision: true }).shape)
  .superRefine(({ families, seconds }, context) => {
    const facts = { count: families.length };
    for (const [i, family] of families.entries())
      if (families.indexOf(family) < i)
        context.addIssue(formIssue('a family stands in the matrix once', { path: ['families', i] }));
    if (seconds.length !== families.length)
      context.addIssue(formIssue('a row for each family: {count}', { path: ['seconds'], facts }));
    for (const [i, row] of seconds.entries())
      if (row.length !== families.length)
        context.addIssue(formIssue('a time for each family: {count}', { path: ['seconds', i], facts }));
  });

const ItemParams = z.strictObject({ item: Id });

/** Items with their bills of materials and routings. */
export const itemRoutes = {
  list: route({
    method: 'GET',
    path: '/items',
    access: allow.anyone,
    summary: 'Items',
    query: listQuery(['kind', 'class', 'active', 'replenishment'], ['id', 'name'], {
      kind: ItemKind.options,
      replenishment: Replenishment.options,
    }),
    reply: pageOf(Item),
  }),
  get: route({
    method: 'GET',
    path: '/items/:item',
    access: allow.anyone,
    summary: 'An item',
    params: ItemParams,
    reply: Item,
    errors: ['thing.unknown'],
  }),
  put: route({
    method: 'PUT',
    path: '/items/:item',
    access: allow.planners,
    summary: 'Create or change an item',
    params: ItemParams,
    body: z.strictObject(Item.omit({ id: true, revision: true }).shape),
    reply: Item,
    errors: ['revision.stale', 'item.gtin-taken', 'item.unit-in-use'],
  }),
  bom: route({
    method: 'GET',
    path: '/boms/:item',
    access: allow.anyone,
    summary: 'Bill of materials',
    params: ItemParams,
    reply: Bom,
    errors: ['thing.unknown'],
  }),
  putBom: route({
    method: 'PUT',
    path: '/boms/:item',
    access: allow.planners,
    summary: 'Replace the bill of materials',
    params: ItemParams,
    body: NewBom,
    reply: Bom,
    errors: ['thing.unknown', 'bom.cycle', 'routing.invalid', 'reference.unknown', 'revision.stale'],
  }),
  routing: route({
    method: 'GET',
    path: '/routings/:item',
    access: allow.anyone,
    summary: 'Routing',
    params: ItemParams,
    reply: Routing,
    errors: ['thing.unknown'],
  }),
  putRouting: route({
    method: 'PUT',
    path: '/routings/:item',
    access: allow.planners,
    summary: 'Replace the routing',
    params: ItemParams,
    body: z.strictObject({ operations: z.array(z.strictObject(RoutingOperation.shape)).min(1).max(99) }),
    reply: Routing,
    errors: ['thing.unknown', 'routing.invalid', 'reference.unknown', 'revision.stale'],
  }),
} as const;

/** Changeover matrices. */
export const changeoverRoutes = {
  list: route({
    method: 'GET',
    path: '/changeovers',
    access: allow.anyone,
    summary: 'Changeover matrices',
    reply: z.array(Changeover),
  }),
  put: route({
    method: 'PUT',
    path: '/changeovers/:changeover',
    access: allow.planners,
    summary: 'Create or replace a changeover matrix',
    params: z.strictObject({ changeover: Id }),
    body: NewChangeover,
    reply: Changeover,
    errors: ['routing.invalid', 'revision.stale'],
  }),
} as const;
