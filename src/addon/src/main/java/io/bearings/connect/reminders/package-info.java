/** The channels on which people are reminded of their check-ins. */
package io.bearings.connect.reminders;
