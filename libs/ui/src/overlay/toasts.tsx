import { useStore } from 'zustand';
import { Button } from '../button/button';
import { useUiText } from '../i18n/texts';
import { Icon } from '../icon/icon';
import { useFormat } from '../runtime/use-format';
import { dropToast, toastStore } from './toast-store';
import css from './toasts.module.css';

/** Where messages appear: once per app. */
export function Toasts() {
  const say = useUiText();
  const format = useFormat();
  const { toasts } = useStore(toastStore);
  return (
    <section className={css.region} aria-label={say('toast.region')} aria-live="polite" data-print="no">
      {toasts.map(({ id, text, hint, tone, action }) => (
        <div key={id} className={css.toast} data-tone={tone}>
          <Icon name={tone === 'red' ? 'fault' : tone === 'yellow' ? 'warning' : 'check'} />
          <div className={css.text}>
            <p>{format.sentence(text)}</p>
            {hint ? <p className={css.hint}>{format.sentence(hint)}</p> : null}
          </div>
          {action ? (
            <Button
              kind="bare"
              onClick={() => {
                action.run();
                dropToast(id);
              }}
            >
              {action.label}
            </Button>
          ) : null}
          <Button kind="bare" icon="cross" aria-label={say('close')} onClick={() => dropToast(id)} />
        </div>
      ))}
    </section>
  );
}
