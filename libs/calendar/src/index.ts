/**
 * Working time: intervals, shifts, exceptions, time buckets and the capacity of people. Instants are epoch ms, intervals are
 * half-open, days and wall-clock times are the plant's.
 */
export * from './interval';
export { addDays, dayOf, endOfHour, instantOf, startOfDay, weekOf, weekdayOf, wallClockOf } from './zone';
export type { CalendarException, WorkCalendar } from './calendar';
export { checkException, checkPattern } from './pattern';
export { EXTRA_CREW, maintenanceIn, overtimeIn, shiftAt, shiftsIn, workingTime, type Shift } from './shift';
export * from './bucket';
export {
  absencesOf,
  availabilityOf,
  rosterOf,
  skillCapacity,
  type LineCalendars,
  type Person,
} from './capacity';
export {
  ARRIVED_BY_MS,
  EARLY_MS,
  GRACE_MS,
  LATE_OUT_MS,
  NO_SHIFT_MS,
  REPEAT_MS,
  isExpected,
  missingIn,
  presencesOf,
  presentIn,
  shiftEndAfter,
  type Badge,
  type Presence,
  type PresentOn,
} from './presence';
