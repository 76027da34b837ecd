import type { ForecastTreeView } from '~/domain/forecastTree';
import { useApp } from '~/state/app';
import { download } from '~/state/download';
import { Button } from '../../../components/Button';
import { dimensionName } from '../../../components/dimensionName';
import { useText } from '../../../components/TextProvider';
import type { TreeState } from './treeState';

/** The tree as it stands as a file. */
export function TreeFile(props: { state: TreeState }) {
  const app = useApp();
  const { t, format } = useText();
  const busy = () => props.state.answer.job() !== null || props.state.answer.view() === null;
  const save = async (view: ForecastTreeView) => {
    const words = {
      levels: view.levels.map(({ name }) => dimensionName(t, name, app.status().plan?.titles)),
      whole: t('outlook.whole'),
      unassigned: t('words.unassigned'),
      beside: t('outlook.beside'),
      base: t('outlook.base'),
      reconciled: t('outlook.reconciled'),
      moved: t('outlook.moved'),
      target: t('outlook.target'),
      gap: t('outlook.gap'),
      lower: t('outlook.lower'),
      upper: t('outlook.upper'),
      chance: t('outlook.chance'),
      periods: view.periods.map((id) => format().longMonth(id)),
    };
    const csv = await app.attempt(app.host.forecastTreeFile(view.draft, words));
    if (csv === null) return;
    download(t('outlook.exportName'), csv, 'text/csv;charset=utf-8');
    app.toasts.say({ tone: 'good', message: { key: 'outlook.exported', params: { n: view.nodes.length } } });
  };
  return (
    <Button
      look="quiet"
      blocked={busy() ? t('outlook.busy') : null}
      onClick={() => {
        const view = props.state.answer.view();
        if (view) void save(view);
      }}
    >
      {t('outlook.export')}
    </Button>
  );
}
