import type { Dictionary } from '../translate';

export const issueDetail: Dictionary['issueDetail'] = {
  'number/notUnderstood': 'You typed “{text}”.',
  'number/tooManyDecimals': 'At most {decimals} {decimals|decimal|decimals}.',
  'target/heldShortfall':
    'Short by {amount}.\nLocked: {holds}.\n{cells} {cells|single value|single values} locked below.',
  'target/nothingFree': 'Locked: {holds}.\n{cells} {cells|single value|single values} locked below.',
  'target/totalHeld': 'Locked: {holds}.',
  'target/outsideLimits': 'The limit is {bound}.',
  'hold/heldFromAbove': 'Locked: {hold}.',
  'plan/tooManyLines': '{lines} lines, at most {most}.',
  'member/duplicateKey': '“{name}” exists.',
  'import/tooLarge': 'At most {rows} rows.\nAt most {megabytes} MB for a look-up file.',
  'import/missingColumn': 'Missing: {field}.',
  'import/duplicateHeader': 'Column: {column}.',
  'import/badDate': 'It says “{value}”.',
  'import/ambiguousDate': 'For example “{value}”.',
  'import/badNumber': 'It says “{value}”.',
  'import/unmatchedKey': 'Name: “{value}”.',
  'import/raggedRow': '{expected} expected, {found} found.',
  'storage/corrupt': 'Where: {what}.',
  'storage/unknown': 'The browser says: {message}.',
  'worker/unknown': 'Technical: {message}.',
};
