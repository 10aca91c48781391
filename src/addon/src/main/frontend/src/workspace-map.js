/** The workspace's map, which is loaded when somebody opens it. */
import { mapView } from './workspace/map.js';

define('bearings/workspace-map', [], () => ({ view: mapView }));
