/** What the page knows of a unit and a cycle: the server's answer with what is looked up often beside it. */

/**
 * @param {Object} answer of `GET workspace`
 * @param {string} me the key of the person who looks at the page
 */
export function modelOf(answer, me) {
  const byKey = new Map();
  answer.objectives.forEach((objective) => {
    byKey.set(objective.key, objective);
    objective.keyResults.forEach((keyResult) => {
      keyResult.objective = objective;
      keyResult.titleHidden = Boolean(objective.titleHidden);
      keyResult.may = keyResult.may || inherited(keyResult, objective, me);
      byKey.set(keyResult.key, keyResult);
    });
  });
  return {
    ...answer,
    byKey,
    keyResults: () => answer.objectives.flatMap((objective) => objective.keyResults),
    owners: () => people(answer.objectives),
    labels: () => [...new Set(answer.objectives.flatMap(({ labels }) => labels || []))].sort(),
  };
}

/** An owner may do with the own key result what its objective's owner may do with all of them. */
function inherited(keyResult, objective, me) {
  const own = keyResult.owner && keyResult.owner.key === me ? ['EDIT_OBJECTIVE', 'CHECK_IN', 'PUBLISH'] : [];
  return [...new Set([...(objective.may || []), ...own])];
}

function people(objectives) {
  const owners = new Map();
  objectives
    .flatMap((objective) => [objective, ...objective.keyResults])
    .forEach(({ owner }) => owner && owners.set(owner.key, owner.name));
  return [...owners].map(([key, name]) => ({ key, name })).sort((a, b) => a.name.localeCompare(b.name));
}

/** Whether somebody asked for a part of the list only. */
export const isFiltered = ({ label, owner, status, q }) => Boolean(label || owner || status || q);

/** The objectives that the filters leave: an objective stays when it or one of its key results is meant. */
export function filtered(objectives, { label, owner, status, q }) {
  const wanted = q.trim().toLocaleLowerCase();
  const anyOf = (objective, test) => [objective, ...objective.keyResults].some(test);
  return objectives.filter(
    (objective) =>
      (!label || (objective.labels || []).includes(label)) &&
      (!owner || anyOf(objective, (item) => item.owner && item.owner.key === owner)) &&
      (!status || anyOf(objective, (item) => item.status === status || (item.flags || []).includes(status))) &&
      (!wanted || anyOf(objective, (item) => textOf(item).includes(wanted)))
  );
}

const textOf = (item) => `${item.key} ${item.title || ''} ${item.why || ''} ${(item.labels || []).join(' ')}`.toLocaleLowerCase();
