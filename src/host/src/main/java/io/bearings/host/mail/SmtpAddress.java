package io.bearings.host.mail;

/** Where a mail server listens. */
public record SmtpAddress(String host, int port) {}
