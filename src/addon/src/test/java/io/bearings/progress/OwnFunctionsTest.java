package io.bearings.progress;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.Test;

public class OwnFunctionsTest {
  @Test
  public void findsCalls() {
    calls("issue in issuesOfKeyResult(\"KR-34\")", "issuesOfKeyResult");
    calls("issue in ISSUESOFKEYRESULT(KR-34)", "issuesOfKeyResult");
    calls("project = A and issue not in issuesWithObjective ( 'A' )", "issuesWithObjective");
    calls("issue in (A-1, issuesOfUnit(7), A-2)", "issuesOfUnit");
    calls(
        "issue in issuesOfUnit(x) or issue in issuesOfObjective(\"O-1\") or key in issuesOfUnit(y)",
        "issuesOfUnit",
        "issuesOfObjective");
    calls("not(issue\nin\tissuesOfUnit\n(x))", "issuesOfUnit");
  }

  @Test
  public void findsCallsThatAreWrittenInDisguise() {
    calls("issue in \"issuesOfUnit\"(x)", "issuesOfUnit");
    calls("issue in 'issuesOfUnit' (x)", "issuesOfUnit");
    calls("issue in \\u0069ssuesOfUnit(x)", "issuesOfUnit");
    calls("issue in \"issues\\u004ffUnit\"(x)", "issuesOfUnit");
    calls("issue in \"\\issuesOfUnit\"(x)", "issuesOfUnit");
    calls("summary ~ \"it's\" and issue in issuesOfUnit('\"')", "issuesOfUnit");
  }

  @Test
  public void aNameAloneIsNoCall() {
    calls("");
    calls("project = A order by created");
    calls("assignee = currentUser() and issue in linkedIssues(A-1)");
    calls("summary ~ \"issuesOfUnit(x)\"");
    calls("summary ~ 'issuesOfUnit(\"x\")'");
    calls("summary ~ \"a \\\" issuesOfUnit(x)\"");
    calls("labels = issuesOfUnit");
    calls("labels in (issuesOfUnit, issuesOfKeyResult)");
    calls("issue in myIssuesOfUnit(x)");
    calls("issue in issuesOfUnits(x)");
    calls("issuesOfUnit = (x)");
  }

  @Test
  public void aTextThatIsNoQueryIsReadAsFarAsItGoes() {
    calls("issue in \"issuesOfUnit(x)", "issuesOfUnit");
    calls("((( issuesOfUnit(", "issuesOfUnit");
    calls("\\u00 \\ issuesOfUnit(", "issuesOfUnit");
  }

  private static void calls(String jql, String... names) {
    assertThat(OwnFunctions.calledIn(jql)).as(jql).containsExactly(names);
  }
}
