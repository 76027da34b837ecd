/**
 * Every expected failure has a code here; its sentence stands in the dictionaries, one per language.
 * `params` fill the sentence, `place` says where it happened. Never a sentence for people in this layer.
 */
export const ISSUE_CODES = [
  // what a person typed
  'number/notUnderstood',
  'number/barePercent',
  'number/tooLarge',
  'number/tooManyDecimals',
  'number/needsValue',
  // targets and holds
  'target/heldShortfall',
  'target/nothingFree',
  'target/mixedSigns',
  'target/outsideLimits',
  'target/tooLarge',
  'target/noLines',
  'target/totalHeld',
  'target/periodClosed',
  'target/notEditable',
  'hold/unknown',
  'hold/needsLeafValues',
  'hold/heldFromAbove',
  'goal/unknown',
  'limit/unknown',
  'limit/crossed',
  'spread/noWeights',
  'spread/unknownColumn',
  'spread/unknownMonths',
  'spread/festivalMoved',
  'spread/equalInstead',
  'spread/reliefTooLarge',
  'margins/differ',
  'margins/infeasible',
  'block/tooLarge',
  'block/contradiction',
  'period/unknown',
  'reason/needed',
  // scenarios, rounds, approval
  'scenario/unknown',
  'scenario/last',
  'scenario/duplicate',
  'column/unknown',
  'column/fixed',
  'approval/wrongState',
  'approval/changedSince',
  'round/unknown',
  'round/closed',
  'proposal/none',
  'proposal/noColumns',
  'note/tooLong',
  'note/unknown',
  'growth/unknown',
  'view/unknown',
  'filter/unknown',
  'filter/noName',
  'filter/nameTaken',
  // cells that take no entry, and why
  'cell/fromOrders',
  'cell/computed',
  'cell/otherVersion',
  'cell/fromBelow',
  'cell/picture',
  'cell/notPlanned',
  'cell/noDenominator',
  'cell/noWhole',
  'cell/past',
  'cell/approved',
  'find/notShown',
  // what a plan is made of
  'dimension/unknown',
  'dimension/last',
  'dimension/thereAlready',
  'dimension/totalHeld',
  'member/sameMember',
  'member/inUse',
  'member/cycle',
  'member/percent',
  'member/level',
  'member/dates',
  'hierarchy/unknown',
  'measure/unknown',
  'measure/inUse',
  'measure/needed',
  'measure/notSpread',
  'measure/thereAlready',
  'calendar/unknown',
  'calendar/totalHeld',
  'holidays/unreadable',
  'history/unknownEntry',
  // plan and members
  'plan/notOpen',
  'plan/unknown',
  'plan/noBase',
  'plan/tooManyLines',
  'plan/duplicateLine',
  'plan/readOnly',
  'forecast/noHistory',
  'member/unknown',
  'member/duplicateKey',
  // service packages
  'service/unknown',
  'service/duplicate',
  'service/figure',
  // import
  'import/emptyFile',
  'import/headerOnly',
  'import/binaryFile',
  'import/encoding',
  'import/tooLarge',
  'import/missingColumn',
  'import/duplicateHeader',
  'import/badDate',
  'import/ambiguousDate',
  'import/badNumber',
  'import/missingValue',
  'import/raggedRow',
  'import/unterminatedQuote',
  'import/unmatchedKey',
  'import/filteredOut',
  'import/duplicateRow',
  'import/alreadyThere',
  'import/negativeAmount',
  'import/missingPrice',
  'import/severalParents',
  'import/nothingKept',
  'import/cancelled',
  'workbook/unreadable',
  'workbook/tooLarge',
  'workbook/tooManyCells',
  'workbook/unsafe',
  'workbook/damaged',
  'workbook/encrypted',
  'workbook/macros',
  'workbook/wrongKind',
  'workbook/oldFormat',
  'workbook/packedFiles',
  'workbook/tooSlow',
  // history
  'history/nothingToUndo',
  'history/nothingToRedo',
  // storage
  'storage/quota',
  'storage/blocked',
  'storage/closed',
  'storage/corrupt',
  'storage/conflict',
  'storage/newerSchema',
  'storage/unavailable',
  'storage/unknown',
  // worker
  'worker/timeout',
  'worker/died',
  'worker/cancelled',
  'worker/unknown',
] as const;

export type IssueCode = (typeof ISSUE_CODES)[number];

export interface IssuePlace {
  file?: string;
  row?: number;
  column?: string;
  node?: string;
  period?: string;
}

export interface Issue {
  code: IssueCode;
  params?: Record<string, string | number>;
  place?: IssuePlace;
}

export const issue = (code: IssueCode, params?: Issue['params'], place?: IssuePlace): Issue => ({
  code,
  ...(params ? { params } : {}),
  ...(place ? { place } : {}),
});
