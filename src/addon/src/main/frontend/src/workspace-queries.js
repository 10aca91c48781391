/** The queries of a key result, which are loaded when somebody opens its issues. */
import { queryLinks } from './workspace/query-links.js';

define('bearings/workspace-queries', [], () => ({ view: queryLinks }));
