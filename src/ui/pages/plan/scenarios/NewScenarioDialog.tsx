import { createEffect, createSignal, on } from 'solid-js';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { Dialog } from '../../../components/Dialog';
import { Select } from '../../../components/Select';
import { TextField } from '../../../components/TextField';
import { useText } from '../../../components/TextProvider';
import { scenarioName } from '../view/columnName';
import type { Scenarios } from '../view/createScenarios';

/** A name, and the scenario it begins as a copy of. */
export function NewScenarioDialog(props: { open: boolean; scenarios: Scenarios; onClose(): void }) {
  const app = useApp();
  const { t, issueText } = useText();
  const [title, setTitle] = createSignal('');
  const [from, setFrom] = createSignal('base');
  const [error, setError] = createSignal<string | null>(null);
  createEffect(
    on(
      () => props.open,
      (open) => {
        if (!open) return;
        setTitle('');
        setFrom('base');
        setError(null);
      },
    ),
  );
  const blocked = () => (title().trim() === '' ? t('shell.nameMissing') : null);
  const add = async () => {
    if (blocked()) return;
    const done = await app.run({ name: 'scenarios/add', title: title().trim(), from: from() }, { inPlace: true });
    if (done.ok) props.onClose();
    else setError(done.issues.map(issueText).join(' '));
  };
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title={t('scenario.add')}
      lead={t('scenario.addLead')}
      foot={
        <>
          <Button onClick={() => props.onClose()}>{t('shell.cancel')}</Button>
          <Button look="primary" blocked={blocked()} onClick={() => void add()}>
            {t('scenario.addDo')}
          </Button>
        </>
      }
    >
      <TextField
        label={t('scenario.name')}
        error={error()}
        value={title()}
        onInput={(text) => {
          setTitle(text);
          setError(null);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.isComposing) void add();
        }}
      />
      <Select
        label={t('scenario.from')}
        value={from()}
        options={props.scenarios.view().scenarios.map(({ scenario }) => ({
          value: scenario,
          label: scenarioName(t, scenario, props.scenarios.titles()),
        }))}
        onChange={setFrom}
      />
    </Dialog>
  );
}
