import type { SurveyAnswers } from '~/engine/customers/index';
import type { PlanDocument } from '../document';
import { mergedMembers } from '../mergedMembers';
import { type Facts, factsOf } from '../sources/facts';

/** Answers in columns, with who gave them. */
export interface SurveyFacts extends SurveyAnswers {
  facts: Facts;
  day: Float64Array;
  customer: Uint32Array;
  /** The same number for the same person of the same customer; 0 = nameless. */
  person: Uint32Array;
}

/** All answers of all surveys. A person is a name within a customer; an answer without a name is a person of its own. */
export function surveyFacts(document: PlanDocument): SurveyFacts {
  const facts = factsOf(document, 'surveys');
  const merged = mergedMembers(document, 'customer');
  const customer = Uint32Array.from(facts.code('customer'), (code) => merged?.[code] ?? code);
  const names = facts.text('person');
  const known = new Map<string, number>();
  const person = Uint32Array.from(names, (name, row) => {
    const key = name.trim() === '' ? '' : `${customer[row]}|${name.trim()}`;
    if (key === '') return 0;
    const number = known.get(key) ?? known.size + 1;
    known.set(key, number);
    return number;
  });
  return {
    facts,
    day: facts.number('day'),
    customer,
    person,
    kind: Uint8Array.from(facts.text('kind'), (kind) => (kind === 'nps' ? 1 : 0)),
    score: facts.number('score'),
    scale: facts.number('scale'),
  };
}
