package io.bearings.host.jira.jql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bearings.host.jira.jql.JqlQuery.And;
import io.bearings.host.jira.jql.JqlQuery.Comparison;
import io.bearings.host.jira.jql.JqlQuery.Condition;
import io.bearings.host.jira.jql.JqlQuery.Empty;
import io.bearings.host.jira.jql.JqlQuery.Function;
import io.bearings.host.jira.jql.JqlQuery.Not;
import io.bearings.host.jira.jql.JqlQuery.Operator;
import io.bearings.host.jira.jql.JqlQuery.Or;
import io.bearings.host.jira.jql.JqlQuery.Sort;
import io.bearings.host.jira.jql.JqlQuery.Value;
import java.util.List;
import org.junit.Test;

public class JqlParserTest {

  private static Condition where(String jql) {
    return JqlParser.parse(jql).where().orElseThrow();
  }

  private static Comparison is(String field, Operator operator, String... values) {
    return new Comparison(
        field,
        operator,
        List.<JqlQuery.Operand>copyOf(List.of(values).stream().map(Value::new).toList()));
  }

  @Test
  public void comparesAFieldWithAValue() {
    assertThat(where("project = DEMO")).isEqualTo(is("project", Operator.EQUALS, "DEMO"));
    assertThat(where("project!=\"Mobile app\""))
        .isEqualTo(is("project", Operator.NOT_EQUALS, "Mobile app"));
    assertThat(where("summary ~ 'it\\'s slow'"))
        .isEqualTo(is("summary", Operator.CONTAINS, "it's slow"));
    assertThat(where("text !~ slow")).isEqualTo(is("text", Operator.NOT_CONTAINS, "slow"));
  }

  @Test
  public void comparesAFieldWithSeveralValues() {
    assertThat(where("id in (1, 2,3)")).isEqualTo(is("id", Operator.IN, "1", "2", "3"));
    assertThat(where("status NOT IN ('To Do')")).isEqualTo(is("status", Operator.NOT_IN, "To Do"));
  }

  @Test
  public void knowsEmptyAndFunctions() {
    assertThat(where("assignee is EMPTY"))
        .isEqualTo(new Comparison("assignee", Operator.IS, List.of(new Empty())));
    assertThat(where("resolution is not null"))
        .isEqualTo(new Comparison("resolution", Operator.IS_NOT, List.of(new Empty())));
    assertThat(where("assignee = currentUser()"))
        .isEqualTo(
            new Comparison(
                "assignee", Operator.EQUALS, List.of(new Function("currentUser", List.of()))));
    assertThat(where("id in f(a, 'b c')"))
        .isEqualTo(
            new Comparison("id", Operator.IN, List.of(new Function("f", List.of("a", "b c")))));
  }

  @Test
  public void andBindsStrongerThanOr() {
    Condition a = is("id", Operator.EQUALS, "1");
    Condition b = is("id", Operator.EQUALS, "2");
    Condition c = is("id", Operator.EQUALS, "3");
    assertThat(where("id = 1 or id = 2 and id = 3"))
        .isEqualTo(new Or(List.of(a, new And(List.of(b, c)))));
    assertThat(where("(id = 1 || id = 2) && id = 3"))
        .isEqualTo(new And(List.of(new Or(List.of(a, b)), c)));
    assertThat(where("not (id = 1 and !id = 2)"))
        .isEqualTo(new Not(new And(List.of(a, new Not(b)))));
  }

  @Test
  public void sortsBySeveralFields() {
    assertThat(JqlParser.parse("order by created DESC, key").order())
        .containsExactly(new Sort("created", true), new Sort("key", false));
    assertThat(JqlParser.parse("id = 1 ORDER BY summary asc").order())
        .containsExactly(new Sort("summary", false));
  }

  @Test
  public void anEmptyQueryFindsEverything() {
    JqlQuery query = JqlParser.parse("  ");
    assertThat(query.where()).isEmpty();
    assertThat(query.getWhereClause()).isNull();
    assertThat(query.getQueryString()).isEqualTo("  ");
  }

  @Test
  public void clausesAreSeenAsJiraShowsThem() {
    Condition where = where("not id = 1 and (status = Done or status = Open)");
    assertThat(where.getName()).isEqualTo("AND");
    assertThat(where.getClauses()).extracting("name").containsExactly("NOT", "OR");
    assertThat(where.getClauses().get(0).getClauses()).extracting("name").containsExactly("id");
    assertThat(where.getClauses().get(1).getClauses()).hasSize(2);
  }

  private static void refused(String jql, int line, int character, String message) {
    assertThatThrownBy(() -> JqlParser.parse(jql))
        .isInstanceOfSatisfying(
            JqlSyntaxError.class,
            error -> {
              assertThat(error.line()).isEqualTo(line);
              assertThat(error.character()).isEqualTo(character);
            })
        .hasMessageContaining(message)
        .hasMessageEndingWith("(line " + line + ", character " + character + ")");
  }

  @Test
  public void saysWhereAQueryIsWrongAndWhatWasExpected() {
    refused("project", 1, 8, "Expecting operator but got the end of the query");
    refused("project is DEMO", 1, 12, "Expecting 'EMPTY' or 'NULL' but got 'DEMO'");
    refused("project & DEMO", 1, 9, "Expecting operator but got '&'");
    refused("project not DEMO", 1, 9, "Expecting operator but got 'not'");
    refused("project = ", 1, 11, "Expecting a value, list or function");
    refused("project = and", 1, 11, "Expecting a value, list or function but got 'and'");
    refused("= DEMO", 1, 1, "Expecting a field name but got '='");
    refused(
        "project = DEMO status = Done", 1, 16, "Expecting either 'OR' or 'AND' but got 'status'");
    refused("(project = DEMO", 1, 16, "Expecting ')' but got the end of the query");
    refused("id in (1, 2", 1, 12, "Expecting ')'");
    refused("id in (1,)", 1, 10, "Expecting a value, list or function but got ')'");
    refused("id in f(,)", 1, 9, "Expecting an argument but got ','");
    refused("project = DEMO\n  and summary ~ \"slow", 2, 17, "'slow' has not been completed");
    refused("project = DEMO order key", 1, 22, "Expecting 'by' but got 'key'");
    refused("project = DEMO order by", 1, 24, "Expecting a field name");
    refused("!".repeat(200) + "id = 1", 1, 101, "more than 100 levels deep");
  }
}
