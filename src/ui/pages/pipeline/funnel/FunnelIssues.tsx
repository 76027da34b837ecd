import { For } from 'solid-js';
import type { Issue } from '~/domain/issue';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { Section } from '../../../components/Section';
import { useText } from '../../../components/TextProvider';

/** What is wrong with deals, each named, with the way to them. */
export function FunnelIssues(props: { issues: readonly Issue[] }) {
  const app = useApp();
  const { t, issueText } = useText();
  return (
    <Section
      finding={t('pipeline.funnel.issues', { n: props.issues.length })}
      caption={t('pipeline.funnel.issuesCaption')}
      tools={
        <Button look="link" onClick={() => app.setParams({ tab: 'deals', show: 'flawed', stage: null })}>
          {t('pipeline.funnel.flawed')}
        </Button>
      }
    >
      <ul class="pipeline-issues">
        <For each={props.issues}>{(issue) => <li>{issueText(issue)}</li>}</For>
      </ul>
    </Section>
  );
}
