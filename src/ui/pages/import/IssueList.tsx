import { For } from 'solid-js';
import type { Issue } from '~/domain/issue';
import { useText } from '../../components/TextProvider';

/** Issues as sentences: what happened, what is safe, what to do. */
export function IssueList(props: { issues: readonly Issue[] }) {
  const { issueText } = useText();
  return (
    <ul class="issue-list">
      <For each={props.issues}>{(issue) => <li>{issueText(issue)}</li>}</For>
    </ul>
  );
}
