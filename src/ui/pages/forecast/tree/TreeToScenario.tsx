import { createSignal } from 'solid-js';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { NameDialog } from '../../../components/NameDialog';
import { useText } from '../../../components/TextProvider';
import type { TreeState } from './treeState';

/** Keeps the tree as a scenario of the plan, where it is compared and copied from. */
export function TreeToScenario(props: { state: TreeState }) {
  const app = useApp();
  const { t } = useText();
  const [naming, setNaming] = createSignal(false);
  const blocked = () => {
    if (app.status().readOnly !== null) return t('outlook.readOnly');
    return props.state.answer.job() !== null || props.state.answer.view() === null ? t('outlook.busy') : null;
  };
  return (
    <>
      <Button blocked={blocked()} onClick={() => setNaming(true)}>
        {t('outlook.toScenario')}
      </Button>
      <NameDialog
        open={naming()}
        onClose={() => setNaming(false)}
        title={t('outlook.toScenarioTitle')}
        label={t('outlook.toScenarioName')}
        hint={t('outlook.toScenarioHint')}
        button={t('outlook.toScenarioDo')}
        onName={async (title) => {
          const draft = props.state.answer.view()?.draft ?? '';
          const done = await app.run({ name: 'forecast/toScenario', draft, title }, { inPlace: true });
          if (!done.ok) return done.issues;
          app.toasts.say({ tone: 'good', message: { key: 'outlook.toScenarioDone', params: { name: title } } });
          return null;
        }}
      />
    </>
  );
}
