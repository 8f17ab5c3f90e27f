import { loopRoutes, type LoopStatus } from '@takt/contracts';
import { DataTable, useFormat, useRead, WhenLoaded, type Column } from '@takt/ui';
import { useMemo } from 'react';
import { PageHead } from '../../components/page-head';
import { useOfficeText } from '../../lib/texts';

const EVERY_MS = 5_000;
type Step = LoopStatus['steps'][number];

/** How long each step of the loop takes. */
export default function LoopPage() {
  const say = useOfficeText();
  const format = useFormat();
  const status = useRead(loopRoutes.status, {}, { everyMs: EVERY_MS });
  const columns = useMemo(
    (): Column<Step>[] => [
      { key: 'step', header: say('loop.step'), text: ({ step }) => say(`loop.step.${step}`) },
      { key: 'count', header: say('loop.count'), text: ({ count }) => format.qty(count), align: 'end' },
      { key: 'p50', header: say('loop.p50'), text: ({ p50Ms }) => format.number(p50Ms, 0), align: 'end' },
      { key: 'p99', header: say('loop.p99'), text: ({ p99Ms }) => format.number(p99Ms, 0), align: 'end' },
    ],
    [say, format],
  );
  return (
    <>
      <PageHead title={say('nav.loop')} />
      <WhenLoaded of={status}>
        {({ steps }) => (
          <DataTable label={say('loop.steps')} columns={columns} rows={steps} rowKey={({ step }) => step} />
        )}
      </WhenLoaded>
    </>
  );
}
