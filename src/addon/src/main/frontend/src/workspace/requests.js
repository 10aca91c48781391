/** What a change of one field sends: an update names everything, so that nothing is emptied by leaving it out. */

const keyOf = (person) => (person ? person.key : undefined);

/** The body of an update of an objective that changes nothing yet. */
export const objectiveBody = ({ version, title, why, owner, kind, visibility, labels, reviewOn }) => ({
  version,
  title,
  why: why || '',
  ownerKey: keyOf(owner),
  kind,
  visibility,
  labels: labels || [],
  reviewOn: reviewOn || null,
});

/** The body of an update of a key result that changes nothing yet. */
export function keyResultBody(keyResult) {
  const { version, title, owner, source, nature, measure, baseline, target, bounds, marks, due, weight, weightBy, lagWeeks, checkpoints } =
    keyResult;
  return Object.fromEntries(
    Object.entries({
      version,
      title,
      ownerKey: keyOf(owner),
      source,
      nature,
      measure,
      baseline,
      target,
      bounds,
      marks,
      due,
      weight,
      weightBy,
      lagWeeks,
      checkpoints,
    }).filter(([, value]) => value !== null && value !== undefined)
  );
}
