package com.atlassian.mail;

/**
 * A mail to one or more addresses. Setters answer the mail itself.
 *
 * <p>Source and confidence: DP uses the constructor, setSubject, setBody and setMimeType of its
 * subclass {@code com.atlassian.jira.mail.Email} on 11.3 (H); M for finding them here, as that
 * subclass adds none of them, and for setEncoding and the getters.
 */
public class Email {
  private final String to;
  private String subject;
  private String body;
  private String mimeType = "text/plain";
  private String encoding = "UTF-8";

  public Email(String to) {
    this.to = to;
  }

  public String getTo() {
    return to;
  }

  public String getSubject() {
    return subject;
  }

  public Email setSubject(String subject) {
    this.subject = subject;
    return this;
  }

  public String getBody() {
    return body;
  }

  public Email setBody(String body) {
    this.body = body;
    return this;
  }

  public String getMimeType() {
    return mimeType;
  }

  public Email setMimeType(String mimeType) {
    this.mimeType = mimeType;
    return this;
  }

  public String getEncoding() {
    return encoding;
  }

  public Email setEncoding(String encoding) {
    this.encoding = encoding;
    return this;
  }
}
