/** The workspace's import of files, which is loaded when somebody opens it. */
import { importView } from './workspace/import.js';

define('bearings/workspace-import', [], () => ({ view: importView }));
