import type { MachineState } from '@takt/contracts';
import * as fc from 'fast-check';
import { deriveStates } from './state-timeline';
import {
  isLate,
  stateStep,
  tailOf,
  trackAt,
  type OpenSpan,
  type Signal,
  type StateTrack,
} from './state-track';

const SILENT = 100;
const says = (boot: string, seq: number, at: number, state?: MachineState): Signal => ({
  boot,
  seq,
  at,
  ...(state && { state }),
});
const will = (boot: string, seq: number, receivedAt: number): Signal => ({
  boot,
  seq,
  at: receivedAt,
  online: false,
});
const brief = (spans: readonly OpenSpan[]) =>
  spans.map(({ state, startAt, endAt }) => `${state} ${startAt}–${endAt ?? ''}`);
const past = (signals: Signal[], now: number) => {
  const { spans, track } = deriveStates(signals, SILENT);
  return brief([...spans, ...(track ? tailOf(track, SILENT, now) : [])]);
};

describe('states of a station', () => {
  it('follow each other; the same said again is one', () => {
    const signals = [
      says('a', 0, 10, 'setup'),
      says('a', 1, 50, 'running'),
      says('a', 2, 90, 'running'),
      says('a', 3, 95),
    ];
    expect(past(signals, 120)).toEqual(['setup 10–50', 'running 50–']);
  });

  it('change with their reason', () => {
    const signals = [says('a', 0, 10, 'stopped'), { ...says('a', 1, 50, 'stopped'), reason: 'jam' }];
    expect(past(signals, 60)).toEqual(['stopped 10–50', 'stopped 50–']);
  });

  it('take a late one in between the others', () => {
    const signals = [says('a', 0, 10, 'running'), says('a', 2, 60, 'idle'), says('a', 1, 30, 'fault')];
    expect(past(signals, 70)).toEqual(['running 10–30', 'fault 30–60', 'idle 60–']);
  });

  it('are unknown before the first word, also of a new boot', () => {
    const signals = [
      says('a', 0, 10),
      says('a', 1, 20, 'running'),
      says('b', 0, 60),
      says('b', 1, 70, 'idle'),
    ];
    expect(past(signals, 80)).toEqual(['unknown 10–20', 'running 20–60', 'unknown 60–70', 'idle 70–']);
  });
});

describe('silence', () => {
  it('is unknown, never idle', () => {
    const signals = [says('a', 0, 10, 'idle')];
    expect(past(signals, 110)).toEqual(['idle 10–']);
    expect(past(signals, 111)).toEqual(['idle 10–110', 'unknown 110–']);
  });

  it('was only quiet when the very next message of the boot follows', () => {
    expect(past([says('a', 0, 10, 'idle'), says('a', 1, 500)], 510)).toEqual(['idle 10–']);
  });

  it('stays unknown when messages are missing; then the last word of the boot holds again', () => {
    expect(past([says('a', 0, 10, 'idle'), says('a', 5, 500)], 510)).toEqual([
      'idle 10–110',
      'unknown 110–500',
      'idle 500–',
    ]);
  });

  it('is filled by what a store delivers later', () => {
    const gap = [says('a', 0, 10, 'idle'), says('a', 3, 500, 'idle')];
    expect(past(gap, 510)).toEqual(['idle 10–110', 'unknown 110–500', 'idle 500–']);
    expect(past([...gap, says('a', 1, 60, 'running'), says('a', 2, 300, 'idle')], 510)).toEqual([
      'idle 10–60',
      'running 60–300',
      'idle 300–',
    ]);
  });

  it('before a new boot is unknown', () => {
    expect(past([says('a', 0, 10, 'running'), says('b', 0, 500, 'idle')], 510)).toEqual([
      'running 10–110',
      'unknown 110–500',
      'idle 500–',
    ]);
  });
});

describe('a last will', () => {
  it('makes the station unknown at once, until the next sign of life', () => {
    const signals = [says('a', 0, 10, 'running'), will('a', 9, 40)];
    expect(past(signals, 90)).toEqual(['running 10–40', 'unknown 40–']);
    expect(past([...signals, says('a', 1, 70)], 90)).toEqual([
      'running 10–40',
      'unknown 40–70',
      'running 70–',
    ]);
  });

  it('is not undone by a late message of the same boot, which restates the past', () => {
    const signals = [says('a', 0, 10, 'running'), will('a', 9, 40), says('a', 1, 30, 'fault')];
    expect(past(signals, 90)).toEqual(['running 10–30', 'fault 30–40', 'unknown 40–']);
  });

  it('of an older boot does not touch the newer one', () => {
    const signals = [says('a', 0, 10, 'running'), says('b', 0, 50, 'idle'), will('a', 9, 80)];
    expect(past(signals, 90)).toEqual(['running 10–50', 'idle 50–']);
    const live = deriveStates(signals.slice(0, 2), SILENT).track;
    expect(isLate(live, signals[2])).toBe(true);
  });
});

describe('a late message', () => {
  const { track } = deriveStates(
    [says('a', 0, 10, 'running'), says('b', 0, 50, 'idle'), says('b', 2, 70, 'fault')],
    SILENT,
  );
  it('never overwrites a newer live state', () => {
    expect(isLate(track, says('b', 1, 60, 'running'))).toBe(true);
    expect(isLate(track, says('b', 2, 70, 'fault'))).toBe(true);
    expect(isLate(track, says('a', 7, 999, 'running'))).toBe(true);
    expect(isLate(track, says('c', 0, 40, 'running'))).toBe(true);
    expect(isLate(track, says('b', 3, 60, 'running'))).toBe(false);
    expect(isLate(null, says('a', 0, 1))).toBe(false);
  });
});

const anyContent = fc.oneof(
  fc.record({ state: fc.constantFrom<MachineState>('running', 'idle', 'fault') }),
  fc.record({ online: fc.boolean() }),
  fc.constant({}),
);
const anySignal = fc
  .tuple(fc.constantFrom('a', 'b', 'c'), fc.nat(6), fc.nat(60), anyContent)
  .map(([boot, seq, tens, content]): Signal => ({ boot, seq, at: tens * 10, ...content }));

/** As a core does it: append what is newer, derive anew what is late. */
function asTheyCome(signals: readonly Signal[]) {
  let [track, spans, seen] = [null as StateTrack | null, [] as OpenSpan[], [] as Signal[]];
  for (const signal of signals) {
    seen = [...seen, signal];
    if (isLate(track, signal)) ({ track, spans } = deriveStates(seen, SILENT));
    else {
      const step = stateStep(track, signal, SILENT);
      [track, spans] = [step.track, [...spans, ...step.spans]];
    }
  }
  return { track, spans };
}

describe('replay', () => {
  const distinct = fc.uniqueArray(anySignal, { selector: ({ boot, seq }) => `${boot}${seq}`, maxLength: 14 });
  it('gives the same past in any order and with duplicates', () => {
    fc.assert(
      fc.property(distinct, fc.infiniteStream(fc.nat(99)), (signals, shuffle) => {
        const ranked = [...signals, ...signals].map((one) => ({ one, rank: shuffle.next().value }));
        const mixed = ranked.sort((a, b) => a.rank - b.rank).map(({ one }) => one);
        expect(deriveStates(mixed, SILENT)).toEqual(deriveStates(signals, SILENT));
      }),
    );
  });

  it('restated as messages come equals derived from scratch', () => {
    fc.assert(
      fc.property(distinct, (signals) => {
        const { spans, track } = asTheyCome(signals);
        const scratch = deriveStates(signals, SILENT);
        expect(spans).toEqual(scratch.spans);
        expect({ ...track, older: [] }).toEqual({ ...scratch.track, older: [] });
      }),
      { numRuns: 2000 },
    );
  });

  it('from a message that said a state equals the whole from there', () => {
    const signals = [
      says('a', 0, 10, 'idle'),
      says('a', 1, 50, 'idle'),
      says('a', 2, 60),
      says('a', 3, 80, 'fault'),
      says('a', 4, 90, 'idle'),
    ];
    const whole = deriveStates(signals, SILENT);
    const part = deriveStates(signals.slice(2), SILENT, trackAt({ ...signals[1], state: 'idle' }, 10));
    expect(part).toEqual(whole);
  });

  it('leaves no hole and no overlap', () => {
    fc.assert(
      fc.property(distinct, (signals) => {
        const { spans, track } = deriveStates(signals, SILENT);
        const all: OpenSpan[] = [...spans, ...(track ? tailOf(track, SILENT, 10_000) : [])];
        all.slice(1).forEach((span, i) => expect(span.startAt).toBe(all[i].endAt));
      }),
    );
  });
});
