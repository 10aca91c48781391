package io.bearings.host.jira;

import com.atlassian.jira.issue.CustomFieldManager;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.customfields.CustomFieldType;
import com.atlassian.jira.issue.fields.CustomField;
import io.bearings.host.db.Database;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** The site's custom fields; reading a value costs a statement for each issue and field. */
final class CustomFields implements CustomFieldManager {
  static final String STORY_POINTS = "com.pyxis.greenhopper.jira:jsw-story-points";
  static final String SPRINT = "com.pyxis.greenhopper.jira:gh-sprint";
  static final String EPIC_LINK = "com.pyxis.greenhopper.jira:gh-epic-link";
  private static final String SYSTEM = "com.atlassian.jira.plugin.system.customfieldtypes:";
  private static final String PREFIX = "customfield_";

  /** How a value is kept. */
  enum Kind {
    NUMBER,
    TEXT,
    /** A collection of sprints. */
    SPRINTS,
    /** The epic as an issue. */
    EPIC
  }

  private static final Map<String, Kind> KINDS =
      Map.of(
          STORY_POINTS,
          Kind.NUMBER,
          SPRINT,
          Kind.SPRINTS,
          EPIC_LINK,
          Kind.EPIC,
          SYSTEM + "float",
          Kind.NUMBER,
          SYSTEM + "textfield",
          Kind.TEXT,
          SYSTEM + "textarea",
          Kind.TEXT,
          SYSTEM + "url",
          Kind.TEXT);

  private final JdbcTemplate jdbc;
  private final SiteCache site;
  private final Software software;
  private final BoardTables boards;
  private final Issues issues;

  CustomFields(
      Database database, SiteCache site, Software software, BoardTables boards, Issues issues) {
    this.jdbc = database.jdbc();
    this.site = site;
    this.software = software;
    this.boards = boards;
    this.issues = issues;
  }

  /** How values of a type are kept; empty for a type that the host does not know. */
  static Optional<Kind> kind(String typeKey) {
    return Optional.ofNullable(KINDS.get(typeKey));
  }

  /** A value as change history shows it; null for none. */
  static String shown(Object value) {
    if (value instanceof Number number) {
      return new BigDecimal(number.toString()).stripTrailingZeros().toPlainString();
    }
    return (String) value;
  }

  /** How many characters a text of this type may have. */
  static int longest(String typeKey) {
    return typeKey.equals(SYSTEM + "textarea") ? FieldReader.LONGEST_TEXT : 255;
  }

  @Override
  public CustomField getCustomFieldObject(String id) {
    return id == null || !id.matches(PREFIX + "[0-9]{1,18}")
        ? null
        : getCustomFieldObject(Long.valueOf(id.substring(PREFIX.length())));
  }

  @Override
  public CustomField getCustomFieldObject(Long id) {
    return Optional.ofNullable(id)
        .map(site.current().fields()::get)
        .filter(this::hasType)
        .<CustomField>map(Definition::new)
        .orElse(null);
  }

  @Override
  public List<CustomField> getCustomFieldObjects() {
    return site.current().fields().values().stream()
        .filter(this::hasType)
        .<CustomField>map(Definition::new)
        .toList();
  }

  /** A field whose type nobody offers is none: without Jira Software there is no sprint. */
  private boolean hasType(Site.Field field) {
    Kind kind = kind(field.typeKey()).orElse(Kind.TEXT);
    return kind == Kind.NUMBER || kind == Kind.TEXT || software.shapes().isPresent();
  }

  @Override
  public Collection<CustomField> getCustomFieldObjectsByName(String name) {
    return getCustomFieldObjects().stream().filter(field -> field.getName().equals(name)).toList();
  }

  /** The value that is stored now, or null when the issue has none. */
  private Object value(Site.Field field, long issueId) {
    Kind kind = kind(field.typeKey()).orElse(Kind.TEXT);
    return switch (kind) {
      case SPRINTS -> sprints(issueId);
      case EPIC -> boards.epicOf(issueId).flatMap(issues::byId).orElse(null);
      case NUMBER, TEXT -> stored(field, issueId, kind == Kind.NUMBER);
    };
  }

  private Object sprints(long issueId) {
    List<Object> sprints =
        boards.sprintsOfIssue(issueId).stream()
            .flatMap(sprint -> software.shapes().map(shapes -> shapes.sprint(sprint)).stream())
            .toList();
    return sprints.isEmpty() ? null : sprints;
  }

  private Object stored(Site.Field field, long issueId, boolean number) {
    return jdbc
        .query(
            "select numbervalue, textvalue from customfieldvalue"
                + " where issue = ? and customfield = ?",
            (rs, n) -> number ? (Object) rs.getDouble(1) : rs.getString(2),
            issueId,
            field.id())
        .stream()
        .findFirst()
        .orElse(null);
  }

  private record Type(String key) implements CustomFieldType<Object, Object> {
    @Override
    public String getKey() {
      return key;
    }

    @Override
    public String getName() {
      return key.substring(key.indexOf(':') + 1);
    }

    @Override
    public String getDescription() {
      return "";
    }
  }

  private final class Definition implements CustomField {
    private final Site.Field field;

    Definition(Site.Field field) {
      this.field = field;
    }

    @Override
    public String getId() {
      return field.fullId();
    }

    @Override
    public Long getIdAsLong() {
      return field.id();
    }

    @Override
    public String getName() {
      return field.name();
    }

    @Override
    public String getFieldName() {
      return field.name();
    }

    @Override
    public String getUntranslatedName() {
      return field.name();
    }

    @Override
    public Object getValue(Issue issue) {
      return value(field, issue.getId());
    }

    @Override
    public CustomFieldType<?, ?> getCustomFieldType() {
      return new Type(field.typeKey());
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof CustomField custom && custom.getId().equals(getId());
    }

    @Override
    public int hashCode() {
      return getId().hashCode();
    }

    @Override
    public String toString() {
      return field.name();
    }
  }
}
