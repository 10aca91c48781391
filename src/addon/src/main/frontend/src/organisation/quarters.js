/** Which quarter a new cycle is most likely to be. */

const MONTHS = 3;

const iso = (date) => date.toISOString().slice(0, 10);

function quarter(year, month) {
  const first = new Date(Date.UTC(year, month, 1));
  const last = new Date(Date.UTC(year, month + MONTHS, 0));
  return {
    name: `Q${Math.floor(first.getUTCMonth() / MONTHS) + 1} ${first.getUTCFullYear()}`,
    first: iso(first),
    last: iso(last),
  };
}

/** The quarter of today, or the first one after all that are there. */
export function nextQuarter(cycles, today) {
  const month = Math.floor(today.getUTCMonth() / MONTHS) * MONTHS;
  let next = quarter(today.getUTCFullYear(), month);
  const ends = cycles.filter((cycle) => cycle.kind === 'CALENDAR' && cycle.length === 'QUARTER').map((cycle) => cycle.last);
  for (let later = MONTHS; ends.some((end) => end >= next.first); later += MONTHS) {
    next = quarter(today.getUTCFullYear(), month + later);
  }
  return next;
}
