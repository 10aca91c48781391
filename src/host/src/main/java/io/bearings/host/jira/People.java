package io.bearings.host.jira;

import com.atlassian.jira.user.ApplicationUser;
import io.bearings.host.db.Database;
import io.bearings.host.db.StatementCount;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/** The host's directory of users. */
final class People implements HostPerson {
  private final JdbcTemplate jdbc;
  private final SiteCache site;
  private final Ids ids;
  private final Locale siteLocale;
  private final Passwords passwords = new Passwords();
  // Checked for an unknown name, so that the time taken does not tell which names exist.
  private final String nobodysPassword = passwords.hash("nobody");

  People(Database database, SiteCache site, Ids ids, Locale siteLocale) {
    this.jdbc = database.jdbc();
    this.site = site;
    this.ids = ids;
    this.siteLocale = siteLocale;
  }

  @Override
  public Optional<ApplicationUser> authenticate(String username, String password) {
    Optional<HostUser> user = site.current().userByName(username).filter(HostUser::active);
    String hash = user.map(this::credential).orElse(nobodysPassword);
    boolean right = passwords.matches(password, hash);
    return user.filter(known -> right).map(known -> known);
  }

  private String credential(HostUser user) {
    return StatementCount.free(
        () ->
            jdbc.queryForObject(
                "select credential from cwd_user where user_key = ?", String.class, user.key()));
  }

  @Override
  public Optional<ApplicationUser> byKey(String userKey) {
    return site.current().user(userKey).map(known -> known);
  }

  @Override
  public List<ApplicationUser> matching(String text) {
    String start = text.strip().toLowerCase(Locale.ROOT);
    return site.current().users().values().stream()
        .filter(HostUser::active)
        .filter(user -> names(user).anyMatch(name -> name.startsWith(start)))
        .sorted(Comparator.comparing(HostUser::displayName))
        .<ApplicationUser>map(known -> known)
        .toList();
  }

  private static Stream<String> names(HostUser user) {
    String displayName = user.displayName().toLowerCase(Locale.ROOT);
    return Stream.concat(
        Stream.of(user.name().toLowerCase(Locale.ROOT), displayName),
        Stream.of(displayName.split("\\s+")));
  }

  @Override
  public Locale localeOf(ApplicationUser user) {
    return site.current().user(user.getKey()).flatMap(HostUser::locale).orElse(siteLocale);
  }

  /**
   * Adds a user, whose password is the name; the caller reloads the site after the commit.
   *
   * @return the new user's key
   */
  String add(String name, String displayName, String email, boolean active, Set<String> groups) {
    long id = ids.next(Ids.Sequence.USER);
    String key = "JIRAUSER" + id;
    jdbc.update(
        "insert into cwd_user (id, user_key, user_name, lower_user_name, display_name,"
            + " email_address, active, credential) values (?, ?, ?, ?, ?, ?, ?, ?)",
        id,
        key,
        name,
        name.toLowerCase(Locale.ROOT),
        displayName,
        email,
        active,
        passwords.hash(name));
    groups.forEach(group -> join(key, group));
    return key;
  }

  /** Puts a user into a group, which is made when it is not there; once is enough. */
  void join(String userKey, String group) {
    if (count("select count(*) from cwd_group where group_name = ?", group) == 0) {
      jdbc.update("insert into cwd_group (group_name) values (?)", group);
    }
    String present = "select count(*) from cwd_membership where group_name = ? and user_key = ?";
    if (count(present, group, userKey) == 0) {
      jdbc.update(
          "insert into cwd_membership (group_name, user_key) values (?, ?)", group, userKey);
    }
  }

  private long count(String sql, Object... arguments) {
    return jdbc.queryForObject(sql, Long.class, arguments);
  }
}
