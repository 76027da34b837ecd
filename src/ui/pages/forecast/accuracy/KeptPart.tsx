import { Show } from 'solid-js';
import type { AccuracyView } from '~/domain/forecastView';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { Section } from '../../../components/Section';
import { Table } from '../../../components/Table';
import { useText } from '../../../components/TextProvider';
import { keepForecast } from './keepForecast';

/** Forecasts as they stood on a day: the only honest judge of them is what comes after. */
export function KeptPart(props: { view: AccuracyView }) {
  const app = useApp();
  const { t, format } = useText();
  const blocked = () => {
    if (app.status().readOnly) return t('accuracy.readOnly');
    return props.view.asOf === null ? t('accuracy.findingNone') : null;
  };
  const keep = async () => {
    const nodes = await keepForecast(app);
    if (nodes !== null) app.announce(t('accuracy.keptDone', { n: nodes }));
  };
  return (
    <Section
      finding={props.view.kept.length === 0 ? t('accuracy.keptNone') : t('accuracy.kept')}
      caption={
        props.view.kept.length === 0
          ? t('accuracy.keptText')
          : t('accuracy.keptCaption', {
              date: format().isoDay(props.view.kept[0].takenOn),
              n: props.view.kept.length,
            })
      }
      tools={
        <Button look="primary" blocked={blocked()} onClick={() => void keep()}>
          {t('accuracy.keep')}
        </Button>
      }
    >
      <Show when={props.view.kept.length > 0}>
        <Table
          label={t('accuracy.kept')}
          rows={props.view.kept}
          columns={[
            { id: 'taken', head: t('accuracy.takenOn'), rowHead: true, cell: (row) => format().isoDay(row.takenOn) },
            { id: 'asOf', head: t('accuracy.dataTo'), cell: (row) => format().isoDay(row.asOf) },
            { id: 'nodes', head: t('accuracy.nodes'), number: true, cell: (row) => format().count(row.nodes) },
            { id: 'judged', head: t('accuracy.judged'), number: true, cell: (row) => format().count(row.judged) },
            {
              id: 'remove',
              head: t('accuracy.remove'),
              cell: (row) => (
                <Button
                  look="link"
                  aria-label={t('accuracy.removeOf', { date: format().isoDay(row.takenOn) })}
                  blocked={app.status().readOnly ? t('accuracy.readOnly') : null}
                  onClick={() => void app.run({ name: 'forecast/removeKept', id: row.id })}
                >
                  {t('accuracy.remove')}
                </Button>
              ),
            },
          ]}
        />
      </Show>
    </Section>
  );
}
