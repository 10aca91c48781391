/** The work that a key result is linked to, which is loaded when somebody opens its issues. */
import { linkedWork } from './workspace/linked-work.js';

define('bearings/workspace-work', [], () => ({ view: linkedWork }));
