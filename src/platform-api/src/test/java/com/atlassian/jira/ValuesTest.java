package com.atlassian.jira;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.atlassian.activeobjects.external.ModelVersion;
import com.atlassian.jira.issue.search.SearchResults;
import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.security.plugin.ProjectPermissionKey;
import com.atlassian.jira.util.MessageSet;
import com.atlassian.jira.util.MessageSetImpl;
import com.atlassian.jira.web.bean.PagerFilter;
import java.util.List;
import org.junit.Test;

/** The classes that carry behaviour because the host runs on them. */
public class ValuesTest {
  @Test
  public void modelVersionsAreOrdered() {
    ModelVersion two = ModelVersion.valueOf("2");

    assertThat(two.isNewerThan(ModelVersion.zero())).isTrue();
    assertThat(two.isOlderThan(ModelVersion.valueOf("10"))).isTrue();
    assertThat(two.isSame(ModelVersion.valueOf("2"))).isTrue();
    assertThat(two).isEqualTo(ModelVersion.valueOf("2")).hasToString("2");
    assertThatThrownBy(() -> ModelVersion.valueOf("-1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("-1");
  }

  @Test
  public void aPageIsAPartOfAllHits() {
    PagerFilter<String> second = new PagerFilter<>(2, 2);

    assertThat(second.getCurrentPage(List.of("a", "b", "c"))).containsExactly("c");
    assertThat(new PagerFilter<String>(2).getCurrentPage(List.of("a", "b", "c")))
        .containsExactly("a", "b");
    SearchResults<String> results = new SearchResults<>(List.of("c"), 3, second);
    assertThat(results.getStart()).isEqualTo(2);
    assertThat(results.getEnd()).isEqualTo(3);
    assertThat(results.getTotal()).isEqualTo(3);
    assertThat(results.getResults()).containsExactly("c");
    assertThatThrownBy(() -> new PagerFilter<>(-1, 5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("-1");
  }

  @Test
  public void alignedPagesHoldTheIndex() {
    PagerFilter<?> page = PagerFilter.newPageAlignedFilter(57, 25);

    assertThat(page.getStart()).isEqualTo(50);
    assertThat(page.getEnd()).isEqualTo(75);
    assertThat(PagerFilter.newPageAlignedFilter(7, 0).getStart()).isEqualTo(7);
  }

  @Test
  public void permissionsAreEqualByKey() {
    assertThat(new ProjectPermissionKey("BROWSE_PROJECTS"))
        .isEqualTo(ProjectPermissions.BROWSE_PROJECTS)
        .hasSameHashCodeAs(ProjectPermissions.BROWSE_PROJECTS)
        .isNotEqualTo(ProjectPermissions.EDIT_ISSUES);
  }

  @Test
  public void messagesAreKeptApart() {
    MessageSet messages = new MessageSetImpl();
    assertThat(messages.hasAnyMessages()).isFalse();
    messages.addWarningMessage("careful");
    assertThat(messages.hasAnyErrors()).isFalse();
    assertThat(messages.hasAnyWarnings()).isTrue();
    MessageSet more = new MessageSetImpl();
    more.addErrorMessage("wrong");
    messages.addMessageSet(more);
    assertThat(messages.getErrorMessages()).containsExactly("wrong");
    assertThat(messages.getWarningMessages()).containsExactly("careful");
    assertThat(messages.hasAnyMessages()).isTrue();
  }
}
