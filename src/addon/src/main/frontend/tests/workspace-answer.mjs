/** What the server answers about a unit in its cycle, for tests of the workspace. */

const ALL = ['SEE', 'COMMENT', 'FOLLOW', 'LINK_ISSUES', 'CREATE_OBJECTIVE', 'EDIT_OBJECTIVE', 'PUBLISH', 'CHECK_IN', 'CLOSE_OBJECTIVE', 'ARCHIVE', 'CONSENT'];

export const ANN = { key: 'ann', name: 'Ann Lead' };
export const BOB = { key: 'bob', name: 'Bob Member' };

const dayFromNow = (days) => {
  const day = new Date(Date.now() + days * 86400000);
  const two = (number) => String(number).padStart(2, '0');
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
};

export const keyResult = (id, more = {}) => ({
  id,
  key: `KR-${id}`,
  title: `Key result ${id}`,
  titleHidden: false,
  owner: ANN,
  source: 'MANUAL',
  nature: 'OUTCOME',
  measure: { kind: 'NUMBER' },
  baseline: 10,
  target: 50,
  current: 30,
  currentOn: dayFromNow(-3),
  ratio: 0.5,
  score: 0.5,
  weight: 1,
  weightBy: 'ISSUES',
  due: null,
  lagWeeks: 0,
  checkpoints: [],
  marks: null,
  bounds: null,
  state: 'ACTIVE',
  stateReason: null,
  confidence: 7,
  expected: 0.48,
  pace: 1.04,
  status: 'ON_TRACK',
  flags: [],
  lastCheckIn: { id: 1, on: dayFromNow(-3), at: '2026-11-20T09:00:00Z', by: ANN },
  nextCheckIn: dayFromNow(4),
  spark: [
    { on: dayFromNow(-17), value: 12 },
    { on: dayFromNow(-10), value: 20 },
    { on: dayFromNow(-3), value: 30 },
  ],
  issues: 0,
  done: 0,
  version: 3,
  ...more,
});

export const objective = (id, more = {}) => ({
  id,
  key: `O-${id}`,
  title: `Objective ${id}`,
  titleHidden: false,
  why: 'Half of our new customers leave within seven days.',
  owner: ANN,
  unit: { id: 3, name: 'Onboarding' },
  cycle: { id: 7, name: 'Q4 2026' },
  kind: 'ASPIRATIONAL',
  state: 'ACTIVE',
  stateReason: null,
  visibility: 'UNIT_VIEWERS',
  confidence: 6,
  activatedOn: dayFromNow(-50),
  reviewOn: null,
  labels: [],
  fields: {},
  projects: [],
  contributingUnits: [],
  archived: false,
  version: 5,
  score: 0.45,
  coverage: 1,
  expected: 0.52,
  pace: 0.87,
  status: 'AT_RISK',
  flags: [],
  cappedBy: [],
  outcomeNotMeasured: false,
  successLevel: 0.7,
  followed: false,
  may: ALL,
  parents: [],
  keyResults: [],
  ...more,
});

/** Onboarding in its quarter: one objective under way, one without data, one that is private. */
export function workspaceAnswer() {
  return {
    unit: { id: 3, name: 'Onboarding', level: 'TEAM', parentId: 2, may: ALL },
    cycle: { id: 7, unitId: 1, name: 'Q4 2026', first: dayFromNow(-52), last: dayFromNow(39), state: 'ACTIVE', may: [] },
    units: [
      { id: 1, name: 'Company', level: 'COMPANY', parentId: null, may: [] },
      { id: 2, name: 'Product', level: 'AREA', parentId: 1, may: ALL },
      { id: 3, name: 'Onboarding', level: 'TEAM', parentId: 2, may: ALL },
    ],
    cycles: [
      { id: 7, unitId: 1, name: 'Q4 2026', first: dayFromNow(-52), last: dayFromNow(39), state: 'ACTIVE', may: [] },
      { id: 8, unitId: 1, name: 'Q1 2027', first: dayFromNow(40), last: dayFromNow(130), state: 'PLANNING', may: [] },
    ],
    objectives: [
      objective(12, {
        title: 'Make the first week with us feel effortless',
        labels: ['growth', 'mobile'],
        parents: [
          { alignmentId: 4, kind: 'CONTRIBUTES', weight: 1, objectiveId: 2, objectiveKey: 'O-2', title: 'Customers recommend us', keyResultId: 21, keyResultKey: 'KR-21' },
        ],
        keyResults: [
          keyResult(34, {
            title: 'Share of sign-ups that finish onboarding goes from 60 % to 82 %',
            measure: { kind: 'PERCENT' },
            baseline: 60,
            target: 82,
            current: 70,
            score: 0.45,
            expected: 0.52,
            status: 'AT_RISK',
            spark: [60, 61, 64, 63, 68, 70].map((value, index) => ({ on: dayFromNow(-40 + 7 * index), value })),
          }),
          keyResult(35, {
            title: 'First answer of support comes within 2 hours',
            owner: BOB,
            measure: { kind: 'DURATION' },
            baseline: 8,
            target: 2,
            current: 7,
            score: 0.17,
            expected: 0.52,
            status: 'OFF_TRACK',
            flags: ['OVERDUE', 'CONFIDENCE_MISMATCH'],
            confidence: 8,
            nextCheckIn: dayFromNow(-2),
          }),
          keyResult(36, {
            title: 'The new guide is live',
            source: 'BINARY',
            nature: 'OUTPUT',
            measure: { kind: 'NUMBER' },
            baseline: null,
            target: null,
            current: 0,
            score: 0,
            expected: 0,
            status: 'ON_TRACK',
            nextCheckIn: dayFromNow(0),
            spark: [],
          }),
        ],
      }),
      objective(13, {
        title: 'Turn the product from nice to have into indispensable',
        score: null,
        coverage: 0.4,
        expected: null,
        pace: null,
        status: 'NO_DATA',
        confidence: null,
        keyResults: [
          keyResult(40, { title: 'Teams that use it every day go from 20 to 60', current: null, currentOn: null, score: null, expected: 0.5, status: 'NO_DATA', lastCheckIn: null, spark: [] }),
        ],
      }),
      objective(14, { title: null, titleHidden: true, why: null, may: [], keyResults: [keyResult(41, { title: null, titleHidden: true, may: [] })] }),
      objective(15, { title: 'A draft', state: 'DRAFT', status: 'NO_DATA', score: null, coverage: null, expected: null, confidence: null, why: '' }),
    ],
    stamp: 'one',
  };
}

/** A map of many objectives: trees of ten, some lines across, some objectives alone. */
export function mapAnswer(count) {
  const nodes = Array.from({ length: count }, (unused, index) => ({
    id: index + 1,
    key: `O-${index + 1}`,
    title: `Objective ${index + 1} that says where somebody wants to go`,
    titleHidden: index === 4,
    unitId: 3,
    unit: { id: 3, name: 'Onboarding' },
    owner: ANN,
    score: index % 7 ? (index % 10) / 10 : null,
    status: ['ON_TRACK', 'AT_RISK', 'OFF_TRACK', 'NO_DATA'][index % 4],
    keyResults: [],
  }));
  const edges = nodes
    .filter(({ id }) => id % 10 !== 1 && id <= count * 0.9)
    .map(({ id }) => ({ from: id, to: id % 10 < 5 && id % 10 > 0 ? id - (id % 10) + 1 : id - 3, toKeyResult: null, kind: 'CONTRIBUTES', weight: 1 }));
  if (count > 20) {
    edges.push({ from: 12, to: 3, toKeyResult: null, kind: 'DEPENDS', weight: null });
    edges.push({ from: 13, to: 14, toKeyResult: null, kind: 'CONFLICTS', weight: null });
  }
  return { nodes, edges };
}
