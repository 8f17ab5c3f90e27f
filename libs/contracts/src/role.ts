import { z } from 'zod';

/** Roles of people, from the floor upward. `admin` may do everything in its plant and manage plants. */
export const ROLES = ['operator', 'lead', 'planner', 'manager', 'admin'] as const;
/** One of {@link ROLES}. */
export const Role = z.enum(ROLES);
/** Role of a person in a plant. */
export type Role = z.infer<typeof Role>;

/**
 * Who may call. Besides people: `terminal` is a paired floor device without a person, `board` a read-only screen,
 * `channel` a shop that signs its messages.
 */
export type CallerKind = Role | 'terminal' | 'board' | 'channel';

/** Named sets of callers for the routes. */
export const allow = {
  /** everybody who is logged in, and every paired screen */
  anyone: ['operator', 'lead', 'planner', 'manager', 'admin', 'terminal', 'board'],
  /** people and terminals that record what happens on the floor */
  floor: ['operator', 'lead', 'planner', 'admin', 'terminal'],
  /** people, not devices */
  people: ['operator', 'lead', 'planner', 'manager', 'admin'],
  /** those who run a shift */
  leads: ['lead', 'planner', 'admin'],
  /** office readers */
  office: ['lead', 'planner', 'manager', 'admin'],
  /** those who decide what is made when */
  planners: ['planner', 'admin'],
  /** those who look after the figures */
  managers: ['planner', 'manager', 'admin'],
  /** those who set the plant up */
  admins: ['admin'],
  /** shops with a signed message */
  channel: ['channel'],
} as const satisfies Record<string, readonly CallerKind[]>;
