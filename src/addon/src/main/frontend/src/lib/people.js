/** Jira's own search for people. */
import { send } from './rest.js';

const MOST = 10;

/** What a combobox offers for what was typed. */
export async function people(query) {
  const found = await send(
    'GET',
    `${AJS.contextPath()}/rest/api/2/user/picker?maxResults=${MOST}&query=${encodeURIComponent(query)}`
  );
  const users = (found && found.users) || [];
  return {
    groups: [{ options: users.map((user) => ({ id: user.key, label: user.displayName, hint: user.name })) }],
    empty: query
      ? AJS.I18n.getText('bearings.form.owner.nobody', query)
      : AJS.I18n.getText('bearings.form.owner.type'),
  };
}
