import type { Language } from '@takt/contracts';
import { useText, type Say, type TextKey, type Texts } from '@takt/ui';
import en from '../texts/en.json';
import zh from '../texts/zh-CN.json';

/** The texts of the terminal in every language. */
export const texts: Readonly<Record<Language, Texts>> = { en, 'zh-CN': zh };

/** Keys of the texts of the terminal. */
export type FloorKey = TextKey<typeof en>;

/** Says the texts of the terminal. */
export function useFloorText(): Say<FloorKey> {
  return useText<typeof en>();
}
