import { itemRoutes, type Bom, type BomLine } from '@takt/contracts';
import { Button, Form, NumberField, SearchField, showToast, useRead, useWrite, WhenLoaded } from '@takt/ui';
import { useState } from 'react';
import { Section } from '../../components/section';
import { useOfficeText } from '../../lib/texts';
import { useItemChoices } from '../../lib/use-choices';
import { useNames } from '../../lib/use-names';
import css from './set-up.module.css';

interface DraftLine {
  readonly key: number;
  readonly component: string;
  readonly qtyPer: string;
  readonly scrapPercent: string;
  readonly operationNo: string;
}

const draftOf = (line: BomLine, key: number): DraftLine => ({
  key,
  component: line.component,
  qtyPer: line.qtyPer,
  scrapPercent: String(line.scrapPercent),
  operationNo: line.operationNo === null ? '' : String(line.operationNo),
});
const lineOf = ({ component, qtyPer, scrapPercent, operationNo }: DraftLine) => ({
  component,
  qtyPer,
  scrapPercent: Number(scrapPercent || 0),
  operationNo: operationNo === '' ? null : Number(operationNo),
});

interface BomFormProps {
  readonly item: string;
  readonly bom: Bom;
  readonly readOnly: boolean;
}

function BomForm({ item, bom, readOnly }: BomFormProps) {
  const say = useOfficeText();
  const names = useNames();
  const items = useItemChoices();
  const put = useWrite(itemRoutes.putBom);
  const [lines, setLines] = useState(() => bom.lines.map(draftOf));
  const change = (key: number, part: Partial<DraftLine>) =>
    setLines((before) => before.map((line) => (line.key === key ? { ...line, ...part } : line)));
  const save = () =>
    put.mutate(
      {
        request: { params: { item }, body: { lines: lines.map(lineOf) } },
        ...(bom.revision > 0 && { options: { ifMatch: bom.revision } }),
      },
      { onSuccess: () => showToast({ text: say('saved', { id: item }), tone: 'green' }) },
    );
  return (
    <Form onSubmit={save} error={put.error}>
      {lines.map((line, at) => (
        <div key={line.key} className={css.bomLine}>
          <SearchField
            label={say('set-up.component')}
            name={`lines.${at}.component`}
            choices={items}
            value={line.component}
            onValue={(component) => change(line.key, { component })}
            disabled={readOnly}
          />
          <NumberField
            label={say('set-up.qty-per')}
            name={`lines.${at}.qtyPer`}
            value={line.qtyPer}
            onValue={(qtyPer) => change(line.key, { qtyPer })}
            unit={names.unit(line.component)}
            decimals={6}
            disabled={readOnly}
          />
          <NumberField
            label={say('set-up.scrap')}
            value={line.scrapPercent}
            onValue={(scrapPercent) => change(line.key, { scrapPercent })}
            unit="%"
            decimals={2}
            disabled={readOnly}
          />
          <NumberField
            label={say('set-up.at-operation')}
            value={line.operationNo}
            onValue={(operationNo) => change(line.key, { operationNo })}
            disabled={readOnly}
          />
          {readOnly ? null : (
            <span className={css.middle}>
              <Button
                kind="bare"
                icon="cross"
                aria-label={say('set-up.remove')}
                onClick={() => setLines((before) => before.filter(({ key }) => key !== line.key))}
              />
            </span>
          )}
        </div>
      ))}
      {lines.length === 0 ? <p className={css.soft}>{say('set-up.no-components')}</p> : null}
      {readOnly ? null : (
        <div className={css.buttons}>
          <Button
            icon="plus"
            onClick={() =>
              setLines((before) => [
                ...before,
                {
                  key: Math.max(-1, ...before.map(({ key }) => key)) + 1,
                  ...{ component: '', qtyPer: '1', scrapPercent: '0', operationNo: '' },
                },
              ])
            }
          >
            {say('set-up.add-component')}
          </Button>
          <Button
            type="submit"
            disabled={
              put.isPending || lines.some(({ component, qtyPer }) => !component || !(Number(qtyPer) > 0))
            }
          >
            {say('set-up.save-bom')}
          </Button>
        </div>
      )}
    </Form>
  );
}

/** Bill of materials of an item. */
export function BomSection({ item, readOnly }: { item: string; readOnly: boolean }) {
  const say = useOfficeText();
  const bom = useRead(itemRoutes.bom, { params: { item } });
  return (
    <Section title={say('set-up.bom')}>
      <WhenLoaded of={bom}>
        {(data) => <BomForm key={data.revision} item={item} bom={data} readOnly={readOnly} />}
      </WhenLoaded>
    </Section>
  );
}
