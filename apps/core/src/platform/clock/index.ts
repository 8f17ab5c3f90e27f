export { Clock, type ClockAnchor } from './clock';
