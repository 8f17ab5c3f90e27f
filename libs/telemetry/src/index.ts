/**
 * What device messages mean: when they happened, in which order, what their counters add, in which state a station was, when it
 * stood still, and up to where nothing is missing. The same messages give the same result in every order of arrival and
 * however often they come. Instants are epoch ms.
 */
export { clockLag, effectiveTime, type DeviceClock, type EffectiveTime } from './effective-time';
export { arrange, type Stamped } from './arrange';
export * from './counter';
export * from './watermark';
export {
  isLate,
  stateStep,
  tailOf,
  trackAt,
  type OpenSpan,
  type Signal,
  type StateSpan,
  type StateTrack,
} from './state-track';
export { arrangeSignals, deriveStates } from './state-timeline';
export {
  followStops,
  matchStops,
  needsReason,
  stopsOf,
  type StopMatch,
  type StopSpan,
  type StoredStop,
} from './stop';
export { restateCounts, restateStates, type RestatedCounts } from './restate';
export {
  hear,
  readingOf,
  signalOf,
  UNHEARD,
  type AlarmMark,
  type Heard,
  type StationLimits,
  type StationMemory,
  type StationStep,
} from './station';
