/** What a tap or scan led to. */
export type Feedback = 'done' | 'refused' | 'call';

const tones: Readonly<
  Record<Feedback, readonly (readonly [hertz: number, fromSec: number, forSec: number])[]>
> = {
  done: [[1320, 0, 0.09]],
  refused: [
    [220, 0, 0.18],
    [180, 0.22, 0.28],
  ],
  call: [
    [880, 0, 0.15],
    [1100, 0.2, 0.15],
    [880, 0.4, 0.15],
  ],
};

let context: AudioContext | undefined;

function sound(kind: Feedback): void {
  context ??= new AudioContext();
  const start = context.currentTime;
  for (const [hertz, fromSec, forSec] of tones[kind]) {
    const tone = new OscillatorNode(context, {
      frequency: hertz,
      type: kind === 'refused' ? 'square' : 'sine',
    });
    const volume = new GainNode(context, { gain: 0.25 });
    tone.connect(volume).connect(context.destination);
    tone.start(start + fromSec);
    tone.stop(start + fromSec + forSec);
  }
}

function flash(kind: Feedback): void {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  const colour = { done: 'var(--green)', refused: 'var(--red)', call: 'var(--blue)' }[kind];
  const edge = document.createElement('div');
  edge.setAttribute('aria-hidden', 'true');
  edge.style.cssText = `position:fixed;inset:0;z-index:99;pointer-events:none;border:calc(3*var(--mm)) solid ${colour}`;
  document.body.append(edge);
  edge.animate([{ opacity: 1 }, { opacity: 0 }], { duration: 450 }).onfinish = () => edge.remove();
}

/**
 * Answers a tap or scan at once, for people who look at their work and not at the screen: a sound, a flash round the edge,
 * a buzz where the device can.
 * @param kind what it led to
 * @param withSound are sounds played on this device?
 */
export function giveFeedback(kind: Feedback, withSound: boolean): void {
  flash(kind);
  if ('vibrate' in navigator) navigator.vibrate(kind === 'done' ? 40 : [80, 60, 80]);
  if (withSound) sound(kind);
}
