import { iconPaths, type IconName } from './paths';

/**
 * A drawing beside a word. It never stands for a word alone: give the control that holds it a name.
 * @param props.size CSS length; the size of the text unless told
 */
export function Icon({ name, size = '1.15em' }: { name: IconName; size?: string }) {
  const path: string = iconPaths[name];
  const filled = path.startsWith('!');
  return (
    <svg
      viewBox="0 0 24 24"
      width={size}
      height={size}
      aria-hidden="true"
      focusable="false"
      fill={filled ? 'currentColor' : 'none'}
      stroke={filled ? 'none' : 'currentColor'}
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      style={{ flex: 'none', verticalAlign: '-0.18em' }}
    >
      <path d={filled ? path.slice(1) : path} />
    </svg>
  );
}
