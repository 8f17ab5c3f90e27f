/**
 * From what is known of the plant to a plan and back: the solver's problem, what stays where it is, what a new plan changes,
 * whom it concerns, and what is off the plan. Pure: instants are epoch ms, durations seconds.
 */
export * from './facts';
export { POLICY } from './policy';
export { walk, type Duration, type Walk } from './walk';
export { changeoverSec, fixedWork, freeTime, usableTime } from './fixed-work';
export { problemOf, type Excluded, type PlanningProblem } from './problem-of';
export { byStationAndStart, planOf, type NotPlanned, type Plan } from './plan-of';
export { differenceOf, SAME_MS, TOLD_MS, type Place, type PlanChange } from './difference';
export {
  decideNotices,
  outlookOf,
  type NewNotice,
  type NoticeDecision,
  type OpenNotice,
  type StationOutlook,
} from './notice';
export { resizedBy } from './resized';
export { planHolds, type NextPlan } from './holds';
export { deviationsOf, type Deviation, type Progress } from './deviation';
export { endsOf, figuresOf, type PlanFigures } from './figures';
export { bindingChain, type BindingLink } from './binding';
export { lateCauses, type LateCause } from './late-cause';
export { pastChain, type BegunWork } from './past-binding';
export { materialReadyAt, type ExpectedReceipt, type Shortage } from './material';
export { poolsOf, type PlanningPerson } from './people';
export { hypotheticalWork, type HypotheticalStep, type HypotheticalWork } from './hypothetical';
export { checkPlace, type MoveAnswer, type WantedPlace } from './move';
export { expectedBack } from './downtime';
export { searchMs } from './urgency';
