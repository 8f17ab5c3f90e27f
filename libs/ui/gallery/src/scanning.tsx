import { TextField, useUiText, useWedge } from '@takt/ui';
import { useState } from 'react';

/** Shows what a scanner read, and a field that it does not disturb. */
export function Scanning() {
  const say = useUiText();
  const [code, setCode] = useState('');
  const [text, setText] = useState('');
  useWedge(setCode);
  return (
    <div className="stack">
      <TextField label={say('search')} value={text} onValue={setText} />
      <output>{code}</output>
    </div>
  );
}
