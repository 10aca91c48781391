/**
 * How a field differs from what somebody else saved meanwhile.
 *
 * @param {{control: HTMLInputElement}} which the field
 * @param {string} theirs what is stored now, as the control would hold it
 * @param {function(string): string} [name] how a value is shown
 * @returns {Object|null} what `savingForm` takes; null where both are alike
 */
export function difference(which, theirs, name = (value) => value) {
  const { control } = which;
  const mine = control.value;
  if (mine.trim() === theirs.trim()) {
    return null;
  }
  return {
    field: which,
    mine: name(mine),
    theirs: name(theirs),
    take: () => {
      control.value = theirs;
    },
    keep: () => {
      control.value = mine;
    },
  };
}

/** Whether two texts say the same, whatever spaces stand around them. */
export const alike = (a, b) => a.trim() === b.trim();

/**
 * Compares what stands in a field with what was there before and with what somebody else saved meanwhile: what only the
 * other changed is taken over, what only this person changed stays, and what both changed is for the person to choose.
 *
 * @param {Object} made the field
 * @param {{read: function(): string, write: function(string), show: function(string): string, same: function(string, string): boolean}} how
 * @param {string} first what the field opens with
 */
export function threeWay(made, { read, write, show = (text) => text, same = alike }, first) {
  let base = first;
  return (theirs) => {
    const mine = read();
    const before = base;
    base = theirs;
    if (same(mine, theirs) || same(before, theirs)) {
      return null;
    }
    if (same(mine, before)) {
      write(theirs);
      return { field: made, theirs: show(theirs), merged: true };
    }
    return { field: made, mine: show(mine), theirs: show(theirs), take: () => write(theirs), keep: () => write(mine) };
  };
}
