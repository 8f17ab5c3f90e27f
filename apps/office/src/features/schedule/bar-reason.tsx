import { scheduleRoutes } from '@takt/contracts';
import { useRead } from '@takt/ui';
import { useEffect, useState } from 'react';
import { useOfficeText } from '../../lib/texts';
import { useLinkWords } from './explanation';

const PAUSE_MS = 250;

/** Why a bar stands where it stands, in one sentence; asked for once the pointer rests on it. */
export function BarReason({ operation }: { operation: string }) {
  const [rests, setRests] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setRests(operation), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [operation]);
  return rests === operation ? <Reason operation={operation} /> : null;
}

function Reason({ operation }: { operation: string }) {
  const say = useOfficeText();
  const words = useLinkWords();
  const [first] = useRead(scheduleRoutes.explain, { params: { operation } }).data?.chain ?? [];
  return first ? (
    <p>
      <b>{say('schedule.why')}</b> {words(first)}
    </p>
  ) : null;
}
