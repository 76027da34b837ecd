import { Show } from 'solid-js';
import { Button } from '../../components/Button';
import { useText } from '../../components/TextProvider';

export interface WizardBarProps {
  summary: string;
  /** Why the plan cannot be made yet; null = it can. */
  blocked: string | null;
  busy: boolean;
  onCancel: () => void;
  onCreate: () => void;
}

/** The decision at the bottom: what it is about, and one primary button. */
export function WizardBar(props: WizardBarProps) {
  const { t } = useText();
  const blocked = () => (props.busy ? t('wizard.creating') : props.blocked);
  return (
    <footer class="wizard-bar">
      <div class="wizard-bar__words">
        <span class="strong">{props.summary}</span>
        <Show when={props.blocked}>
          <span class="quiet">{props.blocked}</span>
        </Show>
      </div>
      <div class="wizard-bar__acts">
        <Button onClick={() => props.onCancel()}>{t('wizard.cancel')}</Button>
        <Button look="primary" blocked={blocked()} onClick={() => props.onCreate()}>
          {props.busy ? t('wizard.creating') : t('wizard.create')}
        </Button>
      </div>
    </footer>
  );
}
