import { type Issue, type IssueCode, issue } from '~/domain/issue';

const CODE_OF_NAME: Record<string, IssueCode> = {
  QuotaExceededError: 'storage/quota',
  DatabaseClosedError: 'storage/closed',
  InvalidStateError: 'storage/closed',
  BlockedError: 'storage/blocked',
  VersionError: 'storage/newerSchema',
  MissingAPIError: 'storage/unavailable',
  SecurityError: 'storage/unavailable',
  DataError: 'storage/corrupt',
  EncodingError: 'storage/corrupt',
};

/** Refusals of our own, thrown inside a transaction so that it aborts; `issueOf` turns them back into the issue. */
export class Refusal extends Error {
  constructor(readonly issue: Issue) {
    super(issue.code);
    this.name = 'Refusal';
  }
}

/** Translates whatever a database call threw: full disk arrives as an abort with the reason inside. */
export function issueOf(error: unknown): Issue {
  const chain = chainOf(error);
  for (const link of chain) if (link instanceof Refusal) return link.issue;
  for (const link of chain) {
    const code = CODE_OF_NAME[link.name];
    if (code) return issue(code, { message: link.message });
  }
  const last = chain.at(-1);
  return issue('storage/unknown', { message: last ? `${last.name}: ${last.message}` : String(error) });
}

function chainOf(error: unknown): Error[] {
  const chain: Error[] = [];
  let link: unknown = error;
  while (link instanceof Error && chain.length < 8) {
    chain.push(link);
    link = (link as { inner?: unknown }).inner ?? link.cause;
  }
  return chain.length > 0 || !(error instanceof Object) ? chain : [new Error(JSON.stringify(error))];
}
