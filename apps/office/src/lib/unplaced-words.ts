import type { OfficeKey } from './texts';

/** What the planner says when an operation finds no place, by its reason; the operations follow. */
export const unplacedWords: Readonly<Record<string, OfficeKey>> = {
  held: 'unplaced.held',
  'waits-for-held': 'unplaced.waits-for-held',
  'no-station': 'unplaced.no-station',
  no_interval: 'unplaced.no-interval',
  no_people: 'unplaced.no-people',
  predecessor: 'unplaced.predecessor',
  follower: 'unplaced.follower',
  wait_exceeded: 'unplaced.wait-exceeded',
  no_time: 'unplaced.no-time',
};
