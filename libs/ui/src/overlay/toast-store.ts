import { createStore } from 'zustand/vanilla';
import { NoReplyError, ProblemError } from '../api/problem-error';
import type { Tone } from '../state/tone';

/** A message that passes: what happened, and perhaps what to do about it. */
export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly hint?: string | undefined;
  readonly tone: Tone;
  /** undo, look, try again */
  readonly action?: { readonly label: string; readonly run: () => void } | undefined;
}

/** The messages on the screen. */
export const toastStore = createStore<{ readonly toasts: readonly Toast[]; readonly next: number }>(() => ({
  toasts: [],
  next: 1,
}));

const SHOWN_MS = 10_000;
const MAX = 2;

/** Takes a message away. */
export function dropToast(id: number): void {
  toastStore.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) }));
}

/** Shows a message for ten seconds; at most two are on the screen, and none twice. */
export function showToast(toast: Omit<Toast, 'id'>): void {
  const id = toastStore.getState().next;
  toastStore.setState(({ toasts }) => {
    const others = toasts.filter(({ text }) => text !== toast.text);
    return { toasts: [...others, { ...toast, id }].slice(-MAX), next: id + 1 };
  });
  setTimeout(() => dropToast(id), SHOWN_MS);
}

/**
 * Shows what went wrong with a call.
 * @param error what was thrown
 * @param noReply the sentence when core did not answer
 */
export function showError(error: unknown, noReply: string): void {
  if (error instanceof ProblemError)
    showToast({ text: error.problem.detail, hint: error.problem.hint, tone: 'red' });
  else if (error instanceof NoReplyError) showToast({ text: noReply, tone: 'red' });
  else showToast({ text: String(error), tone: 'red' });
}
