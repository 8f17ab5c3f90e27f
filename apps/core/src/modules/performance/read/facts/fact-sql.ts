/**
 * What the sources of facts have in common. Each is a select of id · at (where it stands in the list) · till (until when it lasts) · kind ·
 * title · counts (null: by its share) · values (for readers) · raw (for the cube that counts it), of the parameters in {@link P}.
 */

/** Parameters of the sources. */
export const P = {
  plant: '$1',
  /** the window; facts that reach into it count */
  from: '$2::timestamptz',
  to: '$3::timestamptz',
  item: '$4::text',
  class: '$5::text',
  customer: '$6::text',
  worker: '$7::text',
  /** up to when facts have been counted */
  asOf: '$8::timestamptz',
  /** what is not in this stretch of the list is not read */
  since: '$9::timestamptz',
  until: '$10::timestamptz',
  /** those that were asked for, ever at the line that was asked for */
  stations: '$11::text[]',
  line: '$12::text',
  /** first day of the window */
  day: '$13::date',
} as const;

/** Gives every parameter its type, whether a source uses it or not; always true. */
export const TYPED = `(${P.plant}::text is not null or num_nulls(${Object.values(P).slice(1).join(', ')}) >= 0)`;

/** Stands in the stretch of the list that is read. */
export const onPage = (at: string): string => `${at} >= ${P.since} and ${at} <= ${P.until}`;

/** An instant as epoch ms in JSON. */
export const ms = (instant: string): string => `(floor(extract(epoch from ${instant}) * 1000))`;

/** Is the item the one, or of the class, that is asked for? */
export const itemMatches = (item: string): string =>
  `(${P.item} is null or ${item} = ${P.item}) and (${P.class} is null or exists (select from item c where c.plant = ${P.plant} and c.id = ${item} and c.class = ${P.class}))`;
