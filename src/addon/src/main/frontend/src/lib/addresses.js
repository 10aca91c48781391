/** Where things are. */

/** The workspace of a unit, at one of its views or items. */
export function workspaceAddress(unitId, { view = '', cycle = '', hash = '' } = {}) {
  const query = [['unit', unitId], ['cycle', cycle], ['view', view]].filter(([, value]) => value).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return `${AJS.contextPath()}/secure/BearingsWorkspace.jspa?${query.join('&')}${hash && `#${encodeURIComponent(hash)}`}`;
}
