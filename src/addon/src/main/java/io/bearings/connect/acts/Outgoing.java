package io.bearings.connect.acts;

import io.bearings.okr.SettingValue;
import io.bearings.okr.SiteSetting;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an administrator decides about what leaves the site.
 *
 * @param allowedHosts names and addresses, in lower case, that may be called although they are in a
 *     private network
 * @param plainMail whether mail is plain text and not HTML
 * @param callLogDays for how many days the log of calls is kept
 */
public record Outgoing(Set<String> allowedHosts, boolean plainMail, int callLogDays) {
  /** For how many days a site keeps the log of calls at first. */
  public static final int USUAL_LOG_DAYS = 90;

  /** What a site begins with. */
  public static final Outgoing DEFAULT = new Outgoing(Set.of(), false);

  public Outgoing {
    allowedHosts = Set.copyOf(allowedHosts);
  }

  /** The same on a site that keeps the log of calls as long as it did at first. */
  public Outgoing(Set<String> allowedHosts, boolean plainMail) {
    this(allowedHosts, plainMail, USUAL_LOG_DAYS);
  }

  /** What each of these settings says. */
  public Map<SiteSetting, SettingValue> values() {
    Map<SiteSetting, SettingValue> values = new EnumMap<>(SiteSetting.class);
    values.put(SiteSetting.ALLOWED_HOSTS, new SettingValue.Names(List.copyOf(allowedHosts)));
    values.put(SiteSetting.PLAIN_MAIL, new SettingValue.Truth(plainMail));
    values.put(SiteSetting.CALL_LOG_DAYS, new SettingValue.Amount(BigDecimal.valueOf(callLogDays)));
    return values;
  }
}
