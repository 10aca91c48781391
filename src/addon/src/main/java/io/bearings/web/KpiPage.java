package io.bearings.web;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the frame of the page of a KPI knows before anything was read. */
public final class KpiPage {
  /** Eighteen digits fit into a long, whatever they are. */
  private static final Pattern KEY = Pattern.compile("(?:KPI-)?([1-9][0-9]{0,17})");

  private final boolean signedIn;
  private final OptionalLong id;

  private KpiPage(boolean signedIn, OptionalLong id) {
    this.signedIn = signedIn;
    this.id = id;
  }

  /**
   * The frame for a KPI.
   *
   * @param signedIn whether somebody is logged in
   * @param kpi the key or the id, as the address has it; whatever else it is names no KPI
   */
  static KpiPage of(boolean signedIn, String kpi) {
    Matcher key = KEY.matcher(kpi.trim());
    return new KpiPage(
        signedIn,
        key.matches() ? OptionalLong.of(Long.parseLong(key.group(1))) : OptionalLong.empty());
  }

  /** Whether somebody is logged in. */
  public boolean isSignedIn() {
    return signedIn;
  }

  /** Whether the address names a KPI; nobody has looked yet whether there is one. */
  public boolean isKnown() {
    return id.isPresent();
  }

  /** The id of the KPI; empty where the address names none. */
  public String getId() {
    return id.isPresent() ? String.valueOf(id.getAsLong()) : "";
  }

  /** The key of the KPI; empty where the address names none. */
  public String getKey() {
    return id.isPresent() ? "KPI-" + id.getAsLong() : "";
  }
}
