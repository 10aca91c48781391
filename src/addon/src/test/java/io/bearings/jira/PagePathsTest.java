package io.bearings.jira;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearings.talk.Subject;
import java.util.Optional;
import org.junit.Test;

public class PagePathsTest {

  @Test
  public void eachKindOfSubjectHasItsPlace() {
    assertThat(PagePaths.of(Subject.kpi(7), 3, Optional.of(9L)))
        .isEqualTo("/secure/BearingsKpi.jspa?kpi=KPI-7");
    assertThat(PagePaths.of(Subject.keyResult(34), 3, Optional.of(9L)))
        .isEqualTo("/secure/BearingsWorkspace.jspa?unit=3&cycle=9#KR-34");
    assertThat(PagePaths.of(Subject.objective(12), 3, Optional.empty()))
        .isEqualTo("/secure/BearingsWorkspace.jspa?unit=3#O-12");
    assertThat(PagePaths.kickoff(3, 9)).isEqualTo("/secure/BearingsKickoff.jspa?unit=3&cycle=9");
  }
}
