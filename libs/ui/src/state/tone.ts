import type { AndonKind, OperationStatus, OrderRisk, StationState, AndonStatus } from '@takt/contracts';
import type { UiKey } from '../i18n/texts';
import type { IconName } from '../icon/paths';

/** The colours of states: red fault, yellow abnormal or idle, green running, blue "somebody must act", grey no data or over. */
export type Tone = 'red' | 'yellow' | 'green' | 'blue' | 'grey';

/** How a state is shown: never by colour alone. */
export interface Sign {
  readonly tone: Tone;
  readonly icon: IconName;
  /** the word, as a key of the shared texts */
  readonly word: UiKey;
}

/** Signs of the states of a station. @see terminal-ux, rule 5 */
export const stationSigns: Readonly<Record<StationState, Sign>> = {
  running: { tone: 'green', icon: 'play', word: 'state.running' },
  idle: { tone: 'yellow', icon: 'idle', word: 'state.idle' },
  setup: { tone: 'blue', icon: 'setup', word: 'state.setup' },
  stopped: { tone: 'yellow', icon: 'stop', word: 'state.stopped' },
  fault: { tone: 'red', icon: 'fault', word: 'state.fault' },
  maintenance: { tone: 'blue', icon: 'wrench', word: 'state.maintenance' },
  cleaning: { tone: 'blue', icon: 'clean', word: 'state.cleaning' },
  unknown: { tone: 'grey', icon: 'question', word: 'state.unknown' },
};

/** Signs of the states of an operation. */
export const operationSigns: Readonly<Record<OperationStatus, Sign>> = {
  waiting: { tone: 'grey', icon: 'waiting', word: 'status.waiting' },
  ready: { tone: 'blue', icon: 'arrow', word: 'status.ready' },
  running: { tone: 'green', icon: 'play', word: 'status.running' },
  paused: { tone: 'yellow', icon: 'pause', word: 'status.paused' },
  held: { tone: 'red', icon: 'hold', word: 'status.held' },
  done: { tone: 'grey', icon: 'check', word: 'status.done' },
  cancelled: { tone: 'grey', icon: 'cancelled', word: 'status.cancelled' },
};

/** Signs of how an order line stands against its promise. On time is grey: nothing to do. */
export const riskSigns: Readonly<Record<OrderRisk, Sign>> = {
  'on-time': { tone: 'grey', icon: 'check', word: 'risk.on-time' },
  'at-risk': { tone: 'yellow', icon: 'warning', word: 'risk.at-risk' },
  late: { tone: 'red', icon: 'clock', word: 'risk.late' },
  unplanned: { tone: 'yellow', icon: 'question', word: 'risk.unplanned' },
  done: { tone: 'grey', icon: 'check', word: 'risk.done' },
};

/** Tone of a call for help: red while nobody comes. */
export const andonTones: Readonly<Record<AndonStatus, Tone>> = {
  open: 'red',
  answered: 'blue',
  resolved: 'grey',
};

/** Drawing and word of each kind of help. */
export const andonSigns: Readonly<Record<AndonKind, { readonly icon: IconName; readonly word: UiKey }>> = {
  material: { icon: 'box', word: 'andon.material' },
  maintenance: { icon: 'wrench', word: 'andon.maintenance' },
  quality: { icon: 'quality', word: 'andon.quality' },
  supervisor: { icon: 'user', word: 'andon.supervisor' },
};
