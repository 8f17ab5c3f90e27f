import { HeadlessMantineProvider, MultiSelect, Select, type OptionsFilter } from '@mantine/core';
import { useUiText } from '../i18n/texts';
import { Icon } from '../icon/icon';
import { FieldShell, type FieldProps } from './field-shell';
import type { Choice } from './fields';
import css from './search-field.module.css';

/** What can be found. */
export interface SearchFieldProps extends FieldProps {
  readonly choices: readonly Choice[];
  readonly placeholder?: string;
  /** finds choices on the server: called with what was typed; `choices` are then shown as they are */
  readonly onSearch?: (text: string) => void;
}

const LIMIT = 60;
/** The server has filtered already. */
const asGiven: OptionsFilter = ({ options }) => options;

/** One list for both: no portal, so that it shows above a sheet too. */
const floating = {
  withinPortal: false,
  floatingStrategy: 'fixed',
  position: 'bottom-start',
  offset: 4,
} as const;

function useShown({ choices, onSearch }: SearchFieldProps) {
  return {
    data: choices.map(({ value, label }) => ({ value, label })),
    searchable: true,
    withCheckIcon: false,
    limit: LIMIT,
    comboboxProps: floating,
    rightSection: <Icon name="down" size="16px" />,
    ...(onSearch && { onSearchChange: onSearch, filter: asGiven }),
  };
}

/** A field to find one of many things by typing a part of its name. */
export function SearchField(props: SearchFieldProps & { value: string; onValue: (value: string) => void }) {
  const { value, onValue, placeholder } = props;
  const say = useUiText();
  const shown = useShown(props);
  return (
    <FieldShell {...props}>
      {({ className, ...wiring }) => (
        <HeadlessMantineProvider>
          <Select
            {...wiring}
            {...shown}
            value={value === '' ? null : value}
            onChange={(chosen) => onValue(chosen ?? '')}
            placeholder={placeholder ?? say('choose')}
            allowDeselect={!props.required}
            nothingFoundMessage="–"
            classNames={{
              wrapper: css.wrap,
              section: css.section,
              input: `${className} ${css.input}`,
              dropdown: css.list,
              options: css.options,
              option: css.option,
              empty: css.empty,
            }}
          />
        </HeadlessMantineProvider>
      )}
    </FieldShell>
  );
}

/** A field to find several of many things. */
export function SearchManyField(
  props: SearchFieldProps & { value: readonly string[]; onValue: (value: string[]) => void },
) {
  const { value, onValue, placeholder } = props;
  const say = useUiText();
  const shown = useShown(props);
  return (
    <FieldShell {...props}>
      {({ className, ...wiring }) => (
        <HeadlessMantineProvider>
          <MultiSelect
            {...wiring}
            {...shown}
            value={[...value]}
            onChange={onValue}
            placeholder={value.length > 0 ? undefined : (placeholder ?? say('choose'))}
            nothingFoundMessage="–"
            hidePickedOptions
            classNames={{
              wrapper: css.wrap,
              section: css.section,
              input: `${className} ${css.input}`,
              pillsList: css.pills,
              pill: css.pill,
              inputField: css.bare,
              dropdown: css.list,
              options: css.options,
              option: css.option,
              empty: css.empty,
            }}
          />
        </HeadlessMantineProvider>
      )}
    </FieldShell>
  );
}
