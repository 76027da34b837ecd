import Send from 'lucide-solid/icons/send';
import { Show } from 'solid-js';
import type { IssueRecord } from '~/domain/scenario';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { Section } from '../../../components/Section';
import { Table } from '../../../components/Table';
import { useText } from '../../../components/TextProvider';
import { useMoney } from '../../../components/useMoney';
import type { Scenarios } from '../view/createScenarios';
import { useWhen } from './useWhen';

/** What was handed down, and when: pay and scorecards count this, a re-spread moves only the working target. */
export function IssuePart(props: { scenarios: Scenarios }) {
  const app = useApp();
  const { t, issueText } = useText();
  const money = useMoney();
  const when = useWhen();
  const issues = () => props.scenarios.view().issues;
  const working = () =>
    props.scenarios
      .view()
      .scenarios.find(({ scenario }) => scenario === 'base')
      ?.heads.find(({ column }) => column.layer === 'target' && column.measure === 'sales')?.total ?? null;
  const finding = () => {
    const [last] = issues();
    if (!last) return t('scenario.notIssued');
    const apart = (working() ?? 0) - last.total;
    return apart === 0
      ? t('scenario.issuedSame', { no: last.no, amount: money.say(last.total) })
      : t('scenario.issuedApart', { no: last.no, amount: money.say(last.total), apart: money.say(apart) });
  };
  const blocked = () => (app.status().readOnly ? issueText({ code: 'plan/readOnly' }) : null);
  return (
    <Section
      finding={finding()}
      caption={t('scenario.issueCaption')}
      tools={
        <Button icon={Send} blocked={blocked()} onClick={() => void app.run({ name: 'plan/issue' })}>
          {t('scenario.issue')}
        </Button>
      }
    >
      <Show when={issues().length > 0}>
        <Table<IssueRecord>
          label={t('scenario.issues')}
          rows={issues()}
          columns={[
            { id: 'no', head: t('scenario.no'), rowHead: true, cell: (row) => row.no },
            { id: 'at', head: t('scenario.when'), cell: (row) => when(row.at) },
            { id: 'who', head: t('scenario.who'), cell: (row) => row.who || '–' },
            { id: 'total', head: money.label(), number: true, cell: (row) => money.show(row.total) },
            { id: 'reason', head: t('scenario.why'), cell: (row) => row.reason || '–' },
          ]}
        />
      </Show>
    </Section>
  );
}
