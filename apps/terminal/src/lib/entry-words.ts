import { useFormat, useUiText } from '@takt/ui';
import { useNames } from './names';
import type { NewEntry, ReportBody } from './outbox/entry';
import { useFloorText } from './texts';

const QTYS = ['good', 'scrap', 'rework'] as const;

/** Says what an entry was: what people did, to what. */
export function useEntryWords(): (entry: Pick<NewEntry, 'command'>) => string {
  const say = useFloorText();
  const ui = useUiText();
  const format = useFormat();
  const names = useNames();
  const report = (body: ReportBody) => {
    const made = QTYS.filter((kind) => Number(body[kind] ?? 0) > 0).map(
      (kind) => `${format.qty(body[kind])} ${say(`made.${kind}`)}`,
    );
    return [say(`entry.${body.type}`), body.operation, ...made].join(' · ');
  };
  return ({ command }) => {
    switch (command.kind) {
      case 'report':
        return report(command.body);
      case 'reverse':
        return `${say('entry.reverse')} · ${command.operation}`;
      case 'call':
        return `${say('entry.call')} · ${ui(`andon.${command.body.kind}`)} · ${names.station(command.body.station)}`;
      case 'call-answer':
        return say('entry.call-answer');
      case 'call-resolve':
        return say('entry.call-resolve');
      case 'stop':
        return say('entry.stop');
      case 'seen':
        return say('entry.seen');
      case 'check':
        return [say('entry.check'), command.operation, `${command.body.name} ${command.body.value}`].join(
          ' · ',
        );
      case 'badge':
        return `${say(`entry.badge-${command.body.direction}`)} · ${names.worker(command.body.worker)}`;
    }
  };
}
