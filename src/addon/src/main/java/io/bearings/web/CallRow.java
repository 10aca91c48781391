package io.bearings.web;

/** A call of another system, as a row of the log. */
public final class CallRow {
  private final String at;
  private final String kpiKey;
  private final String happening;
  private final String url;
  private final boolean accepted;
  private final String answer;
  private final String millis;

  CallRow(
      String at,
      String kpiKey,
      String happening,
      String url,
      boolean accepted,
      String answer,
      String millis) {
    this.at = at;
    this.kpiKey = kpiKey;
    this.happening = happening;
    this.url = url;
    this.accepted = accepted;
    this.answer = answer;
    this.millis = millis;
  }

  /** When it began. */
  public String getAt() {
    return at;
  }

  /** The key of the KPI whose breach it told of. */
  public String getKpiKey() {
    return kpiKey;
  }

  /** What happened to the breach. */
  public String getHappening() {
    return happening;
  }

  /** What was called. */
  public String getUrl() {
    return url;
  }

  /** Whether it was taken. */
  public boolean isAccepted() {
    return accepted;
  }

  /** The status of HTTP, or why there is none. */
  public String getAnswer() {
    return answer;
  }

  /** How long it took. */
  public String getMillis() {
    return millis;
  }
}
