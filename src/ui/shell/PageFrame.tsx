import { ErrorBoundary, type JSX, Suspense } from 'solid-js';
import { Button } from '../components/Button';
import { useText } from '../components/TextProvider';

/** One page: while it loads, when it fails. A defect of a page never takes the shell or the data with it. */
export function PageFrame(props: { children: JSX.Element }) {
  return (
    <ErrorBoundary fallback={(error: unknown, reset) => <Failure error={error} reset={reset} />}>
      <Suspense fallback={<Loading />}>{props.children}</Suspense>
    </ErrorBoundary>
  );
}

function Loading() {
  const { t } = useText();
  return (
    <p class="page-loading" role="status">
      {t('shell.loading')}
    </p>
  );
}

function Failure(props: { error: unknown; reset: () => void }) {
  const { t } = useText();
  const message = () => (props.error instanceof Error ? props.error.message : String(props.error));
  // A page that could not be fetched stays missing until the address is loaded again.
  const isMissing = () => /import|fetch|chunk/i.test(message());
  return (
    <div class="page-failure" role="alert">
      <h1 class="type-finding">{isMissing() ? t('shell.pageMissing') : t('shell.pageFailed')}</h1>
      <p class="type-lead">{t('shell.pageFailedLong')}</p>
      <Button look="primary" onClick={() => (isMissing() ? location.reload() : props.reset())}>
        {t('shell.reload')}
      </Button>
      <details class="page-failure__technical">
        <summary class="faint">{t('shell.technical')}</summary>
        <p class="faint">{message()}</p>
      </details>
    </div>
  );
}
