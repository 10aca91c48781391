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
