/**
 * The figures of flow over the histories of two real Jira sites, against values that others
 * published. The data are not part of this repository; docs/real-data.md says where they lie and
 * explains every difference.
 */
package io.bearings.flow.realdata;
