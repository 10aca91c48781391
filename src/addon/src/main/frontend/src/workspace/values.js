/** Numbers, days and instants in the words of the person's locale. */

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const MOST_DECIMALS = 6;
const formats = new Map();

/** What Jira says about the reader, else what the page says about itself. */
export function locale() {
  const meta = document.querySelector('meta[name="ajs-user-locale"]');
  const tag = ((meta && meta.content) || document.documentElement.lang || '').replace(/_/g, '-');
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch (malformed) {
    return undefined;
  }
}

function format(Kind, options) {
  const key = `${Kind.name} ${locale()} ${JSON.stringify(options)}`;
  if (!formats.has(key)) {
    formats.set(key, new Kind(locale(), options));
  }
  return formats.get(key);
}

export const isNumber = (value) => value !== null && value !== undefined && value !== '' && Number.isFinite(Number(value));

/** A number without needless digits. */
export const numberText = (value) =>
  format(Intl.NumberFormat, { maximumFractionDigits: MOST_DECIMALS }).format(Number(value));

/** A value with its unit of measure; a dash where there is none. */
export function valueText(value, measure) {
  if (!isNumber(value)) {
    return '\u2013';
  }
  const { kind, of, currency } = measure || { kind: 'NUMBER' };
  switch (kind) {
    case 'PERCENT':
      return AJS.I18n.getText('bearings.progress.percent', numberText(value));
    case 'CURRENCY':
      return moneyText(value, currency);
    case 'POINTS':
      return AJS.I18n.getText('bearings.value.points', numberText(value));
    case 'DURATION':
      return AJS.I18n.getText('bearings.value.hours', numberText(value));
    case 'RATING':
      return isNumber(of)
        ? AJS.I18n.getText('bearings.value.rating', numberText(value), numberText(of))
        : numberText(value);
    default:
      return numberText(value);
  }
}

function moneyText(value, currency) {
  try {
    const money = { style: 'currency', currency, minimumFractionDigits: 0, maximumFractionDigits: 2 };
    return format(Intl.NumberFormat, money).format(Number(value));
  } catch (noSuchCurrency) {
    return `${numberText(value)} ${currency || ''}`.trim();
  }
}

/**
 * A score or an expectation with two decimals, rounded half up; but only everything is 1, and only nothing is 0.
 */
export function scoreText(score) {
  if (!isNumber(score)) {
    return AJS.I18n.getText('bearings.progress.noData');
  }
  const exact = Number(score);
  let rounded = Math.floor(exact * 100 + 0.5 + 1e-9) / 100;
  if (rounded >= 1 && exact < 1) {
    rounded = 0.99;
  } else if (rounded <= 0 && exact > 0) {
    rounded = 0.01;
  }
  return format(Intl.NumberFormat, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(rounded);
}

const asDate = (day) => {
  const [, year, month, date] = DAY.exec(day);
  return new Date(Date.UTC(Number(year), Number(month) - 1, Number(date)));
};

export const isDay = (text) => DAY.test(text) && !Number.isNaN(asDate(text).getTime());

/** A day such as 22 Nov; with its year when that is not this one. */
export function dayText(day) {
  if (!day) {
    return '\u2013';
  }
  const sameYear = day.slice(0, 4) === today().slice(0, 4);
  const options = { day: 'numeric', month: 'short', timeZone: 'UTC', ...(sameYear ? {} : { year: 'numeric' }) };
  return format(Intl.DateTimeFormat, options).format(asDate(day));
}

/** An instant with its time, in the reader's own zone. */
export const instantText = (instant) =>
  instant ? format(Intl.DateTimeFormat, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(instant)) : '';

/** The reader's own day, ISO. */
export function today() {
  const now = new Date();
  const two = (number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Whole days from one day to the other. */
export const daysBetween = (from, to) => Math.round((asDate(to) - asDate(from)) / 86400000);

/** "3 days ago", "in 2 weeks": whichever is the largest unit that is not a fraction of one. */
export function relativeDayText(day) {
  const days = daysBetween(today(), day);
  const [count, unit] =
    Math.abs(days) < 14 ? [days, 'day'] : Math.abs(days) < 60 ? [Math.round(days / 7), 'week'] : [Math.round(days / 30), 'month'];
  return format(Intl.RelativeTimeFormat, { numeric: 'auto' }).format(count, unit);
}
