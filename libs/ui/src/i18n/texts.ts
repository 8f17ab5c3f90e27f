import type { Language } from '@takt/contracts';
import i18next, { type i18n } from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import type { LookStore } from '../look/look';
import en from './texts/en.json';
import zh from './texts/zh-CN.json';

/** The texts of an app or lib in one language: key → sentence, plurals as `key_one` and `key_other`. */
export type Texts = Readonly<Record<string, string>>;

type Singular<K> = K extends `${infer B}_${'one' | 'other'}` ? B : K;

/** The keys that can be said of some texts; plurals without their endings. */
export type TextKey<T extends Texts> = Singular<Extract<keyof T, string>>;

/** Says a text of the reader's language, with values put in for `{{name}}`; `count` chooses the plural. */
export type Say<K extends string> = (key: K, values?: Readonly<Record<string, string | number>>) => string;

/** Keys of the parts that all apps share. */
export type UiKey = TextKey<typeof en>;

/**
 * Starts the texts of an app and keeps them in the language of the device.
 * @param look the look of the device
 * @param app the app's own texts in every language
 */
export function startTexts(look: LookStore, app: Readonly<Record<Language, Texts>>): i18n {
  const texts = i18next.createInstance();
  void texts.use(initReactI18next).init({
    lng: look.getState().language,
    fallbackLng: false,
    ns: ['ui', 'app'],
    defaultNS: 'app',
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false }, // React escapes
    react: { useSuspense: false },
    resources: { en: { ui: en, app: app.en }, 'zh-CN': { ui: zh, app: app['zh-CN'] } },
  });
  look.subscribe(({ language }) => {
    if (texts.language !== language) void texts.changeLanguage(language);
  });
  return texts;
}

/** Says the texts of the shared parts. */
export function useUiText(): Say<UiKey> {
  return useTranslation('ui').t as Say<UiKey>;
}

/** Says the texts of the app; give the type of its English texts: `useText<typeof en>()`. */
export function useText<T extends Texts>(): Say<TextKey<T>> {
  return useTranslation('app').t as Say<TextKey<T>>;
}
