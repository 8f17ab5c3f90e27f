import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/paths';
import css from './button.module.css';

/** What a button does and how much it weighs on the screen. */
export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** `main`: the one thing to do here; `bare`: among many; `danger`: takes something away */
  readonly kind?: 'main' | 'plain' | 'bare' | 'danger';
  readonly icon?: IconName;
  /** the word; an icon alone needs `aria-label` */
  readonly children?: ReactNode;
  /** full width */
  readonly wide?: boolean;
  /** at least 20 mm high: the action of a floor screen */
  readonly primary?: boolean;
  /** a switch: is it on? */
  readonly pressed?: boolean;
}

/** A button: at least 36 px at a desk, 12 mm on the floor, 20 mm where it is the action of the screen. */
export function Button({
  kind = 'plain',
  icon,
  children,
  wide,
  primary,
  pressed,
  className,
  ...rest
}: ButtonProps) {
  const names = [
    css.button,
    kind !== 'plain' && css[kind],
    wide && css.wide,
    primary && css.primary,
    pressed && css.pressed,
    className,
  ];
  return (
    <button
      type="button"
      {...rest}
      {...(pressed !== undefined && { 'aria-pressed': pressed })}
      className={names.filter(Boolean).join(' ')}
    >
      {icon ? <Icon name={icon} /> : null}
      {children}
    </button>
  );
}
