package io.bearings.build.walls.jira;

import io.bearings.build.walls.rest.Resource;
import java.util.Date;

/** Has a name that says nothing, knows who calls it, and asks the machine for the time. */
public class DateHelper {
  Resource caller;
  Date now = new Date();
}
