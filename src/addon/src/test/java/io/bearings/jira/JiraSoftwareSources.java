package io.bearings.jira;

/** As much of Jira Software as the adapter calls. */
final class JiraSoftwareSources {
  private static final String SPRINT =
      """
      package com.atlassian.greenhopper.service.sprint;
      public class Sprint {
        public enum State { FUTURE, ACTIVE, CLOSED }
        private final long id;
        public Sprint(long id) { this.id = id; }
        public Long getId() { return id; }
        public Long getRapidViewId() { return 1L; }
        public String getName() { return "Sprint " + id; }
        public State getState() { return id == 7 ? State.CLOSED : State.FUTURE; }
        public foreign.Moment getStartDate() { return new foreign.Moment(1000); }
        public foreign.Moment getActivatedDate() { return id == 7 ? new foreign.Moment(1500) : null; }
        public java.util.Date getEndDate() { return id == 7 ? new java.util.Date(2000) : null; }
        public java.time.Instant getCompleteDate() {
          return id == 7 ? java.time.Instant.ofEpochMilli(2500) : null;
        }
      }
      """;

  private static final String BOARD =
      """
      package com.atlassian.greenhopper.model.rapid;
      public class RapidView {
        public enum Type { SCRUM, KANBAN }
        public final long id;
        private final String name;
        public final String filter;
        public RapidView(long id, String name, String filter) {
          this.id = id;
          this.name = name;
          this.filter = filter;
        }
        public Long getId() { return id; }
        public String getName() { return name; }
        public Type getType() { return id == 2 ? Type.KANBAN : Type.SCRUM; }
      }
      """;

  private static final String SERVICES =
      """
      package foreign;
      import com.atlassian.greenhopper.model.rapid.RapidView;
      import com.atlassian.greenhopper.service.sprint.Sprint;
      import com.atlassian.greenhopper.service.sprint.SprintQuery;
      import com.atlassian.greenhopper.service.rapid.view.RapidViewQuery;
      import com.atlassian.greenhopper.service.PageRequest;
      import com.atlassian.jira.user.ApplicationUser;
      import java.util.List;
      public class Services implements com.atlassian.greenhopper.service.sprint.SprintService,
          com.atlassian.greenhopper.service.rapid.view.RapidViewService,
          com.atlassian.greenhopper.service.rapid.view.ColumnService,
          com.atlassian.greenhopper.service.rapid.RapidViewQueryService {
        private static final List<RapidView> BOARDS = List.of(
            new RapidView(1, "By key", "project = APP ORDER BY Rank"),
            new RapidView(2, "By name among others", "type = Bug and project in (LIB, 'the APP')"),
            new RapidView(3, "By id", "(status = Done or project=10000)"),
            new RapidView(4, "Other", "project = \\"APP2\\" and text ~ APP"),
            new RapidView(5, "Not this", "project != APP and project not in (APP)"));
        public Outcome getSprint(ApplicationUser user, long id) {
          if (id < 0) throw new IllegalStateException("the database is away");
          return new Outcome(id == 99 ? null : new Sprint(id));
        }
        public Outcome getSprints(
            ApplicationUser user, RapidView view, PageRequest page, SprintQuery query) {
          return new Outcome(new Page(List.of(new Sprint(8), new Sprint(7))));
        }
        public Outcome getRapidView(ApplicationUser user, Long id) {
          return new Outcome(id == 99 ? null : BOARDS.get(id.intValue() - 1));
        }
        public Outcome getRapidViews(ApplicationUser user, PageRequest page, RapidViewQuery query) {
          return new Outcome(new Page(BOARDS));
        }
        public Outcome getRapidViewQuery(ApplicationUser user, RapidView view) {
          return new Outcome(new Query(view.filter));
        }
        public List<Column> getColumns(RapidView view) {
          return List.of(new Column(List.of("1")), new Column(List.of("6", "10001")));
        }
      }
      """;

  static final String[] ALL = {
    SPRINT,
    BOARD,
    SERVICES,
    "package foreign; public class Moment { private final long at;"
        + " public Moment(long at) { this.at = at; } public long getMillis() { return at; } }",
    "package foreign; public class Page { private final java.util.List<?> values;"
        + " public Page(java.util.List<?> values) { this.values = values; }"
        + " public java.util.List<?> getValues() { return values; } }",
    "package foreign; public class Outcome { private final Object value;"
        + " public Outcome(Object value) { this.value = value; }"
        + " public boolean isValid() { return value != null; }"
        + " public Object getValue() { return value; } }",
    "package foreign; public class Column { private final java.util.List<String> ids;"
        + " public Column(java.util.List<String> ids) { this.ids = ids; }"
        + " public java.util.List<String> getStatusIds() { return ids; } }",
    "package foreign; public class Query { private final String text;"
        + " public Query(String text) { this.text = text; }"
        + " public String getQueryString() { return text; } }",
    "package com.atlassian.greenhopper.service; public interface PageRequest {}",
    "package com.atlassian.greenhopper.service; public class PageRequests {"
        + " public static PageRequest all() { return new PageRequest() {}; } }",
    "package com.atlassian.greenhopper.service.sprint; public class SprintQuery { public static"
        + " Builder builder() { return new Builder(); } public static class Builder { public"
        + " SprintQuery build() { return new SprintQuery(); } } }",
    "package com.atlassian.greenhopper.service.rapid.view; public class RapidViewQuery {"
        + " public static Builder builder() { return new Builder(); } public static class Builder {"
        + " public RapidViewQuery build() { return new RapidViewQuery(); } } }",
    "package com.atlassian.greenhopper.service.sprint; public interface SprintService {"
        + " foreign.Outcome getSprint(com.atlassian.jira.user.ApplicationUser user, long id);"
        + " foreign.Outcome getSprints(com.atlassian.jira.user.ApplicationUser user,"
        + " com.atlassian.greenhopper.model.rapid.RapidView view,"
        + " com.atlassian.greenhopper.service.PageRequest page, SprintQuery query); }",
    "package com.atlassian.greenhopper.service.rapid.view; public interface RapidViewService {"
        + " foreign.Outcome getRapidView(com.atlassian.jira.user.ApplicationUser user, Long id);"
        + " foreign.Outcome getRapidViews(com.atlassian.jira.user.ApplicationUser user,"
        + " com.atlassian.greenhopper.service.PageRequest page, RapidViewQuery query); }",
    "package com.atlassian.greenhopper.service.rapid; public interface RapidViewQueryService {"
        + " foreign.Outcome getRapidViewQuery(com.atlassian.jira.user.ApplicationUser user,"
        + " com.atlassian.greenhopper.model.rapid.RapidView view); }",
    "package com.atlassian.greenhopper.service.rapid.view; public interface ColumnService {"
        + " java.util.List<foreign.Column> getColumns("
        + " com.atlassian.greenhopper.model.rapid.RapidView view); }",
    "package com.atlassian.greenhopper.api.events.sprint; public class SprintClosedEvent {"
        + " public com.atlassian.greenhopper.service.sprint.Sprint getSprint() {"
        + " return new com.atlassian.greenhopper.service.sprint.Sprint(7); } }",
  };

  private JiraSoftwareSources() {}
}
