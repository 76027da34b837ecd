import { createEffect, createSignal, on } from 'solid-js';
import type { Issue } from '~/domain/issue';
import { type Column, columnKey, WORKING_TARGET } from '~/domain/plan';
import { LAYERS } from '~/domain/scenario';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { Dialog } from '../../../components/Dialog';
import { NumberField } from '../../../components/NumberField';
import { Select } from '../../../components/Select';
import { useText } from '../../../components/TextProvider';
import { columnName } from '../view/columnName';
import type { Scenarios } from '../view/createScenarios';

/** Values of one column as the values of another, whole or by a percentage: how a floor or a stretch line begins. */
export function CopyDialog(props: { open: boolean; scenarios: Scenarios; onClose(): void }) {
  const app = useApp();
  const { t, issueText } = useText();
  const [from, setFrom] = createSignal<string | null>(null);
  const [to, setTo] = createSignal<string | null>(null);
  const [percent, setPercent] = createSignal<number | null>(100);
  const [issues, setIssues] = createSignal<Issue[]>([]);
  const sources = () => props.scenarios.columns();
  const measure = () => sources().find((column) => columnKey(column) === from())?.measure ?? WORKING_TARGET.measure;
  /** Any line of any scenario may be filled, by what counts the same; what is handed down or frozen may not. */
  const goals = (): Column[] =>
    props.scenarios
      .view()
      .scenarios.flatMap(({ scenario }) =>
        LAYERS.filter((layer) => layer !== 'issued' && layer !== 'baseline').map((layer) => ({
          scenario,
          layer,
          measure: measure(),
        })),
      )
      .filter((column) => columnKey(column) !== from());
  const options = (columns: readonly Column[]) =>
    columns.map((column) => ({
      value: columnKey(column),
      label: columnName(t, column, props.scenarios.titles()),
    }));
  createEffect(
    on(
      () => props.open,
      (open) => {
        if (!open) return;
        setFrom(columnKey(WORKING_TARGET));
        setTo(null);
        setPercent(100);
        setIssues([]);
      },
    ),
  );
  const chosen = () => {
    const source = sources().find((column) => columnKey(column) === from());
    const goal = goals().find((column) => columnKey(column) === to());
    const share = percent();
    return source && goal && share !== null ? { source, goal, share } : null;
  };
  const copy = async () => {
    const now = chosen();
    if (!now) return;
    const periods = (app.status().plan?.periods ?? []).map(({ id }) => id);
    const done = await app.run(
      { name: 'columns/copy', from: now.source, to: { column: now.goal, at: {}, periods }, percent: now.share },
      { inPlace: true },
    );
    if (done.ok) props.onClose();
    else setIssues(done.issues);
  };
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title={t('scenario.copy')}
      lead={t('scenario.copyLead')}
      foot={
        <>
          <Button onClick={() => props.onClose()}>{t('shell.cancel')}</Button>
          <Button look="primary" blocked={chosen() ? null : t('scenario.copyMissing')} onClick={() => void copy()}>
            {t('scenario.copyDo')}
          </Button>
        </>
      }
    >
      <Select label={t('scenario.copyFrom')} value={from()} options={options(sources())} onChange={setFrom} />
      <Select
        label={t('scenario.copyTo')}
        value={to()}
        placeholder={t('spread.columnChoose')}
        options={options(goals())}
        onChange={setTo}
      />
      <NumberField
        label={t('scenario.copyPercent')}
        unit="%"
        decimals={1}
        value={percent()}
        onChange={setPercent}
        error={issues().length > 0 ? issues().map(issueText).join(' ') : null}
      />
    </Dialog>
  );
}
