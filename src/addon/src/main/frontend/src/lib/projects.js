/** Jira's projects that a person may browse. */
import { send } from './rest.js';

const MOST = 20;

let read = null;

/** Those whose key or name contains what was typed. The list is read once for a page. */
export async function projects(query) {
  if (!read) {
    read = send('GET', `${AJS.contextPath()}/rest/api/2/project`);
    read.catch(() => {
      read = null;
    });
  }
  const wanted = query.toLocaleLowerCase();
  return (await read)
    .filter(({ key, name }) => `${key} ${name}`.toLocaleLowerCase().includes(wanted))
    .slice(0, MOST)
    .map(({ key, name }) => ({ key, name }));
}
