/** The mail server of the site, through which an add-on sends. */
package io.bearings.host.mail;
