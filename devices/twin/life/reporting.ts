import { operationRoutes, reportRoutes, type Operation, type ReportType } from '@takt/contracts';
import type { FurnishedStation } from '../factory';
import type { Person } from './roster';
import type { Stage } from './stage';
import { piecesMade } from './task';

/** What a person reports at a station. */
export interface Entry {
  readonly operation: string;
  readonly place: FurnishedStation;
  readonly person: Person;
  readonly type: ReportType;
  readonly good?: number;
  readonly scrap?: number;
  readonly scrapReason?: string;
  readonly pauseReason?: string;
  /** pieces that the screen shows once it has heard of this */
  readonly upTo?: number;
}

/** What came of it: the operation as it is afterwards, or the code of the refusal with the operation where the screen shows it. */
export type Outcome =
  | { readonly ok: true; readonly operation: Operation }
  | { readonly ok: false; readonly code: string; readonly operation: Operation | null };

/** The screen of a bench follows its buttons soon, as a rule; it is looked at again before anybody believes that nothing came of it. */
const LOOK_AFTER_SEC = [20, 30, 60, 120, 240, 480, 900];
/** Pieces are not given up as soon: the button may have been heard, and they would be counted twice. */
const LOOK_FOR_PIECES_SEC = [...LOOK_AFTER_SEC, 1800, 3600];

/** Where each step leads; a bench that sees its operation elsewhere was refused. */
const LEADS_TO: Readonly<Record<ReportType, readonly Operation['status'][]>> = {
  start: ['running'],
  resume: ['running'],
  pause: ['paused'],
  complete: ['done'],
  quantity: ['running', 'paused', 'held'],
};

function quantities({ good = 0, scrap = 0, scrapReason }: Entry): {
  good?: number;
  scrap?: number;
  scrapReason?: string;
} {
  return {
    ...(good > 0 ? { good } : {}),
    ...(scrap > 0 ? { scrap, ...(scrapReason === undefined ? {} : { scrapReason }) } : {}),
  };
}

/** At a machine people report on its screen, and the answer says what came of it. */
function onScreen(stage: Stage, entry: Entry, then: (outcome: Outcome) => void): void {
  const { operation, place: station, person, type, pauseReason } = entry;
  stage.ask(
    {
      as: { kind: 'worker', worker: person.id, station: station.id },
      route: reportRoutes.create,
      body: {
        commandId: stage.uuid(),
        operation,
        type,
        station: station.id,
        workers: [person.id],
        at: new Date(stage.now()).toISOString(),
        ...quantities(entry),
        ...(pauseReason === undefined ? {} : { pauseReason }),
      },
    },
    (answer) =>
      then(
        answer.ok
          ? { ok: true, operation: answer.body.operation }
          : { ok: false, code: answer.problem?.code ?? 'request.failed', operation: null },
      ),
  );
}

/** At a bench people press its buttons, which speaks MQTT, and then look at its screen for what came of it. */
function onButtons(stage: Stage, entry: Entry, then: (outcome: Outcome) => void): void {
  const { operation, place: station, person, type, pauseReason } = entry;
  stage.say(station.id, 'report', {
    operation,
    type,
    commandId: stage.uuid(),
    workers: [person.id],
    ...quantities(entry),
    ...(pauseReason === undefined ? {} : { pauseReason }),
  });
  const { good = 0, scrap = 0 } = entry;
  lookFor(stage, entry, good + scrap > 0 ? LOOK_FOR_PIECES_SEC : LOOK_AFTER_SEC, then);
}

/** Looks at the screen until it shows what a report leads to, or it was looked at often enough. */
function lookFor(
  stage: Stage,
  entry: Entry,
  [sec = 0, ...later]: readonly number[],
  then: (outcome: Outcome) => void,
): void {
  const { operation, place, type, upTo = 0 } = entry;
  stage.after(sec, () =>
    readOperation(stage, { operation, station: place.id }, (seen) => {
      if (seen && LEADS_TO[type].includes(seen.status) && piecesMade(seen) >= upTo)
        return then({ ok: true, operation: seen });
      if (later.length > 0) return lookFor(stage, entry, later, then);
      then({ ok: false, code: seen ? `operation.${seen.status}` : 'request.failed', operation: seen });
    }),
  );
}

/** Reports, as it is done at the station. */
export function report(stage: Stage, entry: Entry, then: (outcome: Outcome) => void): void {
  if (entry.place.device.kind === 'worker-station') onButtons(stage, entry, then);
  else onScreen(stage, entry, then);
}

/** The operation as the screen shows it; null when it cannot be read. */
export function readOperation(
  stage: Stage,
  { operation, station }: { readonly operation: string; readonly station: string },
  then: (operation: Operation | null) => void,
): void {
  stage.ask(
    {
      as: { kind: 'terminal', station },
      route: operationRoutes.get,
      params: { operation },
    },
    (answer) => then(answer.ok ? answer.body : null),
  );
}
