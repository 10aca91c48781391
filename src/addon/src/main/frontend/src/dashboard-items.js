/** The dashboard items, each as the module that Jira asks for. What an item draws besides is loaded when it is drawn. */
import { alignmentMap } from './dashboard/alignment-map.js';
import { attentionItem } from './dashboard/attention.js';
import { checkInsDue } from './dashboard/check-ins-due.js';
import { effortItem } from './dashboard/effort.js';
import { dashboardItem } from './dashboard/item.js';
import { kpiChartItem } from './dashboard/kpi-chart.js';
import { kpiTiles } from './dashboard/kpi-tiles.js';
import { objectiveDetail } from './dashboard/objective-detail.js';
import { okrProgress } from './dashboard/okr-progress.js';
import { teamVelocity } from './dashboard/team-velocity.js';

define('bearings/dashboard/okr-progress', [], () => dashboardItem(okrProgress));
define('bearings/dashboard/team-velocity', [], () => dashboardItem(teamVelocity));
define('bearings/dashboard/objective-detail', [], () => dashboardItem(objectiveDetail));
define('bearings/dashboard/kpi-tiles', [], () => dashboardItem(kpiTiles));
define('bearings/dashboard/kpi-chart', [], () => dashboardItem(kpiChartItem));
define('bearings/dashboard/alignment-map', [], () => dashboardItem(alignmentMap));
define('bearings/dashboard/check-ins-due', [], () => dashboardItem(checkInsDue));
define('bearings/dashboard/attention', [], () => dashboardItem(attentionItem));
define('bearings/dashboard/effort', [], () => dashboardItem(effortItem));
