import { createMemo, Show } from 'solid-js';
import type { CoverRow, CoverView, PipelineQuery } from '~/domain/pipelineView';
import { formatAt } from '~/state/address';
import { useApp } from '~/state/app';
import { createAnswer } from '../../../components/createAnswer';
import { dimensionName } from '../../../components/dimensionName';
import { JobLine } from '../../../components/JobLine';
import { Section } from '../../../components/Section';
import { Select } from '../../../components/Select';
import { StatusMark } from '../../../components/StatusMark';
import { Table } from '../../../components/Table';
import { useText } from '../../../components/TextProvider';
import { useMoney } from '../../../components/useMoney';
import { coverFinding } from './coverFinding';

export interface CoverPartProps {
  query: PipelineQuery;
  /** Null: the first dimension of the plan that deals name. */
  dimension: string | null;
  onDimension: (dimension: string) => void;
}

/** What deals name; nothing else can be covered by them. */
const OF_DEALS = ['region', 'seller', 'product', 'customer'];

/** Whether what is open will do, node by node. */
export function CoverPart(props: CoverPartProps) {
  const app = useApp();
  const { t, language } = useText();
  const choices = createMemo(() => (app.status().plan?.dimensions ?? []).filter((id) => OF_DEALS.includes(id)));
  const dimension = () => props.dimension ?? choices().find((id) => !(id in props.query.at)) ?? choices()[0] ?? null;
  const answer = createAnswer({
    kind: 'pipeline',
    query: createMemo(() => {
      const by = dimension();
      return by === null ? null : { ...props.query, dimension: by };
    }),
    call: app.host.pipelineCover,
  });
  const finding = () => {
    language();
    return coverFinding(answer.view()?.rows ?? [], t);
  };
  return (
    <Show when={dimension()}>
      {(by) => (
        <Section
          finding={finding()}
          caption={t('pipeline.outlook.cover.caption')}
          tools={
            <Select<string>
              hideLabel
              label={t('pipeline.outlook.cover.by')}
              value={by()}
              options={choices().map((value) => ({
                value,
                label: `${t('pipeline.outlook.cover.by')} ${dimensionName(t, value, app.status().plan?.titles)}`,
              }))}
              onChange={props.onDimension}
            />
          }
        >
          <JobLine
            job={answer.job()}
            stopped={answer.stopped()}
            words={t('pipeline.outlook.cover.computing')}
            onAgain={answer.again}
          />
          <Show when={answer.view()}>{(view) => <CoverTable view={view()} />}</Show>
        </Section>
      )}
    </Show>
  );
}

const STATUS = { enough: 'good', short: 'bad', reached: 'good', unknown: null } as const;

function CoverTable(props: { view: CoverView }) {
  const app = useApp();
  const { t, format } = useText();
  const money = useMoney();
  return (
    <Show when={props.view.rows.length > 0} fallback={<p class="quiet">{t('pipeline.outlook.cover.none')}</p>}>
      <div class="pipeline-scroll">
        <Table<CoverRow, string>
          label={`${t('pipeline.outlook.cover.title')}, ${money.label()}`}
          rows={props.view.rows}
          columns={[
            {
              id: 'node',
              head: t('pipeline.outlook.cover.node'),
              rowHead: true,
              cell: (row) => (
                <button type="button" class="pipeline-link" onClick={() => app.setParams({ at: formatAt(row.at) })}>
                  {row.label || t('words.unassigned')}
                </button>
              ),
            },
            { id: 'open', head: t('pipeline.outlook.cover.open'), number: true, cell: (row) => money.show(row.open) },
            {
              id: 'weighted',
              head: t('pipeline.outlook.cover.weighted'),
              number: true,
              cell: (row) => money.show(row.weighted),
            },
            {
              id: 'needed',
              head: t('pipeline.outlook.cover.needed'),
              number: true,
              cell: (row) => money.show(row.needed),
            },
            {
              id: 'cover',
              head: t('pipeline.outlook.cover.cover'),
              number: true,
              cell: (row) => <b>{format().times(row.cover)}</b>,
            },
            {
              id: 'least',
              head: t('pipeline.outlook.cover.least'),
              number: true,
              cell: (row) => <span class="quiet">{format().times(row.least)}</span>,
            },
            {
              id: 'state',
              head: t('pipeline.outlook.cover.state'),
              cell: (row) => (
                <StatusMark status={STATUS[row.state]} word={t(`pipeline.outlook.cover.stateOf.${row.state}`)} />
              ),
            },
          ]}
        />
      </div>
    </Show>
  );
}
