import type { kpiRoutes, ReplyOf } from '@takt/contracts';
import { useFormat } from '@takt/ui';
import { Facts } from '../../components/facts';
import { useOfficeText, type OfficeKey } from '../../lib/texts';
import css from './figures.module.css';
import { inputText, sumText } from './input-words';

/** What the figure means: the formula, what went into it, where that came from. */
export function FigureDefinition({
  figure,
}: {
  figure: Pick<ReplyOf<typeof kpiRoutes.value>, 'definition' | 'total'>;
}) {
  const say = useOfficeText();
  const format = useFormat();
  const { definition, total } = figure;
  const { provenance } = total;
  const percent = (share: number) => `${format.percent(share, 0)} %`;
  const sum = (value: number) => sumText(value, format);
  const inputs = Object.entries(total.inputs).map(
    ([name, value]) => `${say(`input.${name}` as OfficeKey)} ${inputText(name, value, format)}`,
  );
  const formula = format.place.language === 'zh-CN' ? definition.formulaZh : definition.formula;
  return (
    <div className={css.definition}>
      <Facts
        facts={[
          [say('figures.formula'), formula],
          [say('figures.counted'), `${sum(total.numerator)} / ${sum(total.denominator)}`],
          [say('figures.inputs'), inputs.join(' · ') || '–'],
          [say('figures.completeness'), percent(total.completeness)],
          [
            say('figures.provenance'),
            provenance === null
              ? '–'
              : [
                  `${say('provenance.machine')} ${percent(provenance.machine)}`,
                  `${say('provenance.terminal')} ${percent(provenance.terminal)}`,
                  `${say('provenance.back-fill')} ${percent(provenance.backFill)}`,
                  `${say('provenance.import')} ${percent(provenance.import)}`,
                ].join(' · '),
          ],
          [say('figures.version'), `${definition.id} v${definition.version}`],
        ]}
      />
      <p className={css.note}>{say('figures.after-iso')}</p>
    </div>
  );
}
