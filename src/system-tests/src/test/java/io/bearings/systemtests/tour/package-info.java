/** Every screen of the add-on in the demonstration company, one list for pictures and checks. */
package io.bearings.systemtests.tour;
