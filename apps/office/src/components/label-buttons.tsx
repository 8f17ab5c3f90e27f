import { allow, labelRoutes, type LabelKind, type Symbology } from '@takt/contracts';
import { Button, saveFile, showError, useRuntime, useUiText } from '@takt/ui';
import type { MouseEvent } from 'react';
import { useOfficeText } from '../lib/texts';
import { useMay } from '../lib/use-may';

/** What a label is for. */
export interface LabelProps {
  readonly kind: LabelKind;
  readonly id: string;
}

function useLabel({ kind, id }: LabelProps) {
  const ui = useUiText();
  const { api } = useRuntime();
  return (route: typeof labelRoutes.pdf | typeof labelRoutes.zpl, ending: string, symbology?: Symbology) =>
    (event: MouseEvent): void => {
      event.stopPropagation();
      void api.download(route, { params: { kind, id }, query: { symbology } }).then(
        (file) => saveFile(`${kind}-${id}.${ending}`, file),
        (error: unknown) => showError(error, ui('page.no-reply')),
      );
    };
}

/** Fetches a label as PDF, to be printed on any printer; in a row of a list. */
export function LabelButton(props: LabelProps) {
  const say = useOfficeText();
  const fetchAs = useLabel(props);
  return (
    <Button kind="bare" icon="print" onClick={fetchAs(labelRoutes.pdf, 'pdf')}>
      {say('stock.label')}
    </Button>
  );
}

/** A label as PDF for any printer, or in ZPL for a label printer. Badges open the terminals: only those who look after people get them. */
export function LabelButtons(props: LabelProps) {
  const say = useOfficeText();
  const fetchAs = useLabel(props);
  const may = useMay(props.kind === 'badge' ? { access: allow.leads } : labelRoutes.pdf);
  if (!may) return null;
  return (
    <>
      <Button icon="print" onClick={fetchAs(labelRoutes.pdf, 'pdf')}>
        {say(`label.${props.kind}`)}
      </Button>
      {props.kind === 'lot' ? (
        <Button kind="bare" icon="print" onClick={fetchAs(labelRoutes.pdf, 'pdf', 'gs1')}>
          {say('label.gs1')}
        </Button>
      ) : null}
      <Button kind="bare" icon="download" onClick={fetchAs(labelRoutes.zpl, 'zpl')}>
        {say('label.zpl')}
      </Button>
    </>
  );
}
