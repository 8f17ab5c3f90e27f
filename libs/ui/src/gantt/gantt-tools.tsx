import type { ReactNode } from 'react';
import { Button } from '../button/button';
import { useUiText } from '../i18n/texts';
import { useRuntime } from '../runtime/runtime-context';
import type { GanttScreen } from './gantt-screen';
import css from './gantt.module.css';

/** Moves and zooms a Gantt, and says what its drawings mean. */
export function GanttTools({ screen, toggle }: { screen: GanttScreen | undefined; toggle: ReactNode }) {
  const say = useUiText();
  const { ticker } = useRuntime();
  return (
    <div className={css.tools}>
      <Button kind="bare" icon="left" aria-label={say('gantt.earlier')} onClick={() => screen?.pan(-0.5)} />
      <Button onClick={() => screen?.goTo(ticker.now())}>{say('gantt.now')}</Button>
      <Button kind="bare" icon="right" aria-label={say('gantt.later')} onClick={() => screen?.pan(0.5)} />
      <Button
        kind="bare"
        icon="plus"
        aria-label={say('gantt.closer')}
        onClick={() => screen?.zoom(1 / 1.6)}
      />
      <Button kind="bare" icon="minus" aria-label={say('gantt.wider')} onClick={() => screen?.zoom(1.6)} />
      <Button onClick={() => screen?.fit()}>{say('gantt.fit')}</Button>
      <div className={css.legend} aria-hidden="true">
        <span className={css.running}>{say('gantt.fixed.running')}</span>
        <span className={css.changeover}>{say('gantt.changeover')}</span>
        <span className={css.late}>{say('gantt.late')}</span>
        <span className={css.changed}>{say('gantt.changed')}</span>
        <span className={css.closed}>{say('gantt.closed')}</span>
      </div>
      {toggle}
    </div>
  );
}
