import type { Language } from '@takt/contracts';
import { ChoiceField, THEMES, useLook, useUiText, type Theme } from '@takt/ui';

const languages = [
  { value: 'en', label: 'English' },
  { value: 'zh-CN', label: '中文' },
];

/** Language and theme of this device. */
export function LookFields() {
  const ui = useUiText();
  const [look, setLook] = useLook();
  const themes = THEMES.map((theme) => ({ value: theme, label: ui(`look.theme.${theme}`) }));
  return (
    <>
      <ChoiceField
        label={ui('look.language')}
        value={look.language}
        choices={languages}
        onValue={(language) => setLook({ language: language as Language })}
        plain
      />
      <ChoiceField
        label={ui('look.theme')}
        value={look.theme}
        choices={themes}
        onValue={(theme) => setLook({ theme: theme as Theme })}
        plain
      />
    </>
  );
}
