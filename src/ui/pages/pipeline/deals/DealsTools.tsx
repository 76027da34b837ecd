import type { DealFilter, DealsView } from '~/domain/pipelineView';
import { useApp } from '~/state/app';
import { SearchField } from '../../../components/SearchField';
import { Segment } from '../../../components/Segment';
import { Select } from '../../../components/Select';
import { useText } from '../../../components/TextProvider';
import { type DealsAsk, FILTERS } from './dealsParams';

const ALL = '\u0000all';

/** Which deals are listed: how they stand, in which stage, by words. */
export function DealsTools(props: { view: DealsView; asked: DealsAsk; onSearch: (words: string) => void }) {
  const app = useApp();
  const { t, format } = useText();
  return (
    <div class="deals-tools">
      <Segment<DealFilter>
        label={t('pipeline.deals.filter')}
        options={FILTERS.map((value) => ({
          value,
          label: `${t(`pipeline.deals.of.${value}`)} ${format().count(props.view.counts[value])}`,
        }))}
        value={props.asked.filter}
        onChange={(filter) => app.setParams({ show: filter === 'open' ? null : filter })}
      />
      <Select<string>
        hideLabel
        label={t('pipeline.deals.stage')}
        value={props.asked.stage ?? ALL}
        options={[
          { value: ALL, label: t('pipeline.deals.allStages') },
          ...props.view.stages.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(stage) => app.setParams({ stage: stage === ALL ? null : stage })}
      />
      <span class="pipeline-bar__gap" />
      <SearchField label={t('pipeline.deals.search')} value={props.asked.search} onSearch={props.onSearch} />
    </div>
  );
}
