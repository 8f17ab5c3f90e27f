import { operationRoutes, qualityRoutes, type Operation, type Problem } from '@takt/contracts';
import { giveFeedback, newCommandId, readKey, showToast } from '@takt/ui';
import { tellLost } from '../deed';
import { peopleStore } from '../people';
import { runtime } from '../runtime';
import { canCorrect, correctedReport, type MadeParts } from './correction';
import { entriesStore } from './entries';
import { subjectOf, type Command, type Entry, type NewEntry } from './entry';
import { undecided, whoDecides } from './outbox-rules';
import { OutboxSender } from './outbox-sender';
import { OutboxStore } from './outbox-store';
import { sendCommand } from './send-command';

const CONNECTION_LOOK_MS = 500;
const LOOK_MS = 3000;
const UNDECIDED_LOOK_MS = 20_000;
const TIDY_EVERY_MS = 3_600_000;

/** What became of something that was entered: on this disk, at core without having been on the disk, or nowhere. */
export type Entered = 'kept' | 'sent' | 'lost';

const store = new OutboxStore('takt-outbox');

/** Core told how an operation is: the lists on the screen show it at once. */
function took(operation: Operation): void {
  runtime.queries.setQueriesData<{ readonly items: readonly Operation[] }>(
    { predicate: ({ queryKey }) => queryKey[1] === operationRoutes.list.path },
    (page) =>
      page && {
        ...page,
        items: page.items.map((one) =>
          one.id === operation.id && one.revision <= operation.revision ? operation : one,
        ),
      },
  );
}

function checked(): void {
  const [resource] = readKey(qualityRoutes.checks);
  void runtime.queries.invalidateQueries({ queryKey: [resource] });
}

const way = { api: runtime.api, byCommand: (commandId: string) => store.byCommand(commandId), took, checked };

function newEntry(command: Command, commandId: string): NewEntry {
  const [acting] = peopleStore.getState().people;
  return {
    commandId,
    command,
    stage: 'queued',
    tries: 0,
    failures: 0,
    round: 0,
    atMs: runtime.clock.now(),
    keptMs: Date.now(),
    by: acting?.session.name ?? '',
    worker: acting?.worker,
  };
}

/** Calls the supervisor to this screen for a refused entry. */
function callFor(entry: Entry, problem: Problem): void {
  const [station] = runtime.tokens.get()?.session.terminal?.stations ?? [];
  if (station === undefined) return;
  const note = `${entry.by} · ${subjectOf(entry.command)} · ${problem.detail}`.slice(0, 1000);
  const at = new Date(runtime.clock.now()).toISOString();
  void enter((id) => ({ kind: 'call', body: { id, station, kind: 'supervisor', note, at } }));
}

/** Calls the supervisor, once for each, to what nobody has decided; noted first, so that no tab calls again. */
async function callForUndecided(): Promise<void> {
  for (const { seq } of undecided(entriesStore.getState().entries, Date.now())) {
    const entry = await store.markCalled(seq, Date.now());
    if (entry?.problem) callFor(entry, entry.problem);
  }
}

/** Tells whoever stands there, or calls the supervisor to this screen. @returns where the entry stands then */
function refused(entry: Entry, problem: Problem): 'refused' | 'dropped' {
  const who = whoDecides(entry, Date.now());
  if (who !== 'called') showToast({ text: problem.detail, hint: problem.hint, tone: 'red' });
  if (who !== 'called') giveFeedback('refused', runtime.look.getState().sound);
  if (who === 'told') return 'dropped';
  if (who === 'called') {
    void store.markCalled(entry.seq, Date.now()).catch(() => undefined);
    callFor(entry, problem);
  }
  return 'refused';
}

const sender = new OutboxSender(store, {
  me: newCommandId(),
  now: () => Date.now(),
  send: (entry) => sendCommand(way, entry),
  refused,
  lookMs: LOOK_MS,
});

/** Core is asked at once, unless something about the same thing waits before it. @returns whether core has it */
async function sendUnkept(entry: NewEntry): Promise<boolean> {
  const subject = subjectOf(entry.command);
  const { entries } = entriesStore.getState();
  if (entries.some(({ stage, command }) => stage === 'queued' && subjectOf(command) === subject))
    return false;
  const answer = await sendCommand(way, { ...entry, seq: 0 });
  if (answer.kind === 'problem')
    showToast({ text: answer.problem.detail, hint: answer.problem.hint, tone: 'red' });
  return answer.kind === 'reply';
}

/** Makes room and tries again; where the disk takes nothing any more, core is asked, and people are told what nobody has. */
async function withoutRoom(entry: NewEntry): Promise<Entered> {
  try {
    await store.tidy(entry.keptMs, true);
    await store.add(entry);
    return 'kept';
  } catch {
    if (await sendUnkept(entry)) return 'sent';
    tellLost(entry);
    giveFeedback('refused', runtime.look.getState().sound);
    return 'lost';
  }
}

/**
 * Enters what somebody did. When the promise is settled with `kept` it survives a reload and an empty battery, and is sent
 * as soon as core can be reached.
 * @param make makes the command from its new id
 * @param commandId id that was given before, so that a double tap is one entry
 */
export async function enter(
  make: (commandId: string) => Command,
  commandId = newCommandId(),
): Promise<Entered> {
  const entry = newEntry(make(commandId), commandId);
  const entered = await store.add(entry).then(
    () => 'kept' as const,
    async () => ((await store.byCommand(commandId).catch(() => undefined)) ? 'kept' : withoutRoom(entry)),
  );
  sender.wake();
  return entered;
}

/**
 * Takes what was entered back.
 * @returns `taken-out`: it had not left this device; `reversed`: it may have reached core, so a counter-entry follows it
 */
export async function undo(of: string, operation: string): Promise<'taken-out' | 'reversed'> {
  if (await store.takeOut(of)) return 'taken-out';
  await enter(() => ({ kind: 'reverse', of, operation, reason: 'undo' }));
  return 'reversed';
}

/** What a person decides about a refused entry: send it again, record it as what it was, or give it up. */
export type Decision = 'again' | 'as-it-was' | 'drop';

/** An entry goes out once more, as another request. */
function anew({ round }: Entry): Partial<Entry> {
  return {
    stage: 'queued',
    round: round + 1,
    refusedAfter: undefined,
    calledMs: undefined,
  };
}

/** Carries out a decision about a refused entry; those held back behind it are sent too, or wait for their own refusal. */
export async function decide(entry: Entry, decision: Decision): Promise<void> {
  const { command } = entry;
  const asItWas: Command =
    decision === 'as-it-was' && command.kind === 'report'
      ? { kind: 'report', body: { ...command.body, source: 'back-fill' } }
      : command;
  await store.change(entry.seq, {
    command: asItWas,
    ...anew(entry),
    ...(decision === 'drop' && { stage: 'dropped' }),
  });
  sender.wake();
}

/**
 * Sends a refused report as it was put right, in its own place: at no moment is it nowhere, or there twice.
 * @param of its command
 * @param made all that was made
 * @returns whether it still was to be decided; else somebody has done so meanwhile, and nothing is sent
 */
export async function correct(of: string, made: MadeParts): Promise<boolean> {
  const entry = await store.byCommand(of);
  if (entry?.command.kind !== 'report' || !canCorrect(entry)) return false;
  await store.change(entry.seq, {
    command: { kind: 'report', body: correctedReport(entry.command.body, made) },
    ...anew(entry),
    keptMs: Date.now(), // whoever put it right stands there
  });
  sender.wake();
  return true;
}

/** Starts the outbox: what waited from before is sent. */
export function startOutbox(): void {
  store.watch((entries) => entriesStore.setState({ entries }));
  const tidy = () => void store.tidy(Date.now()).catch(() => undefined);
  tidy();
  setInterval(tidy, TIDY_EVERY_MS);
  setInterval(() => void callForUndecided().catch(() => undefined), UNDECIDED_LOOK_MS);
  void navigator.storage?.persist?.().catch(() => false);
  let connected = false;
  setInterval(() => {
    const now = runtime.socket.facts().connected;
    if (now && !connected) sender.wake();
    connected = now;
  }, CONNECTION_LOOK_MS);
  runtime.tokens.watch(() => sender.wake());
  sender.wake();
}
