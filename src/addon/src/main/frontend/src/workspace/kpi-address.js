/** Where the page of a KPI is. */
export const kpiAddress = (key) => `${AJS.contextPath()}/secure/BearingsKpi.jspa?kpi=${encodeURIComponent(key)}`;
