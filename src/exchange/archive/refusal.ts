import type { Issue } from '~/domain/issue';

/**
 * Stops the reading of a file from deep inside it. Never leaves this layer: whoever starts the reading catches it and
 * hands its issue on as a value.
 */
export class Refusal extends Error {
  constructor(readonly issue: Issue) {
    super(issue.code);
    this.name = 'Refusal';
  }
}
