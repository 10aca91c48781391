package io.bearings.connect.acts;

import io.bearings.okr.Message;
import io.bearings.okr.SettingValue;
import io.bearings.okr.SiteSetting;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is to leave the site, as an administrator wrote it; nothing in it is checked yet.
 *
 * @param callLogDays absent: stays as it is
 */
public record OutgoingDraft(
    List<String> allowedHosts, boolean plainMail, Optional<BigDecimal> callLogDays) {
  public OutgoingDraft {
    allowedHosts = List.copyOf(allowedHosts);
  }

  /**
   * The draft that says what some values say.
   *
   * @param values one for each setting of what leaves the site, each of its setting's type
   */
  public static OutgoingDraft of(Map<SiteSetting, SettingValue> values) {
    return new OutgoingDraft(
        ((SettingValue.Names) values.get(SiteSetting.ALLOWED_HOSTS)).names(),
        ((SettingValue.Truth) values.get(SiteSetting.PLAIN_MAIL)).truth(),
        Optional.of(((SettingValue.Amount) values.get(SiteSetting.CALL_LOG_DAYS)).amount()));
  }

  /** What is wrong with it, by setting. */
  public Map<String, Message> problems() {
    Map<String, Message> problems = new LinkedHashMap<>();
    note(problems, SiteSetting.ALLOWED_HOSTS, new SettingValue.Names(List.copyOf(hosts())));
    callLogDays.ifPresent(
        days -> note(problems, SiteSetting.CALL_LOG_DAYS, new SettingValue.Amount(days)));
    return problems;
  }

  private static void note(Map<String, Message> problems, SiteSetting setting, SettingValue value) {
    setting.problem(value).ifPresent(problem -> problems.put(setting.fileName(), problem));
  }

  private Set<String> hosts() {
    Set<String> hosts = new LinkedHashSet<>();
    allowedHosts.forEach(each -> hosts.add(each.strip().toLowerCase(Locale.ROOT)));
    return hosts;
  }

  /** What it decides where it has no problem. */
  Outgoing accepted(Outgoing before) {
    return new Outgoing(
        hosts(),
        plainMail,
        callLogDays.map(BigDecimal::intValueExact).orElse(before.callLogDays()));
  }
}
