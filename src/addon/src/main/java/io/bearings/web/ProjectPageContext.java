package io.bearings.web;

import com.atlassian.plugin.web.ContextProvider;
import io.bearings.jira.SignedIn;
import io.bearings.okr.Refusal;
import io.bearings.progress.Overview;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;

/**
 * Gives the objectives of a project to their page. Somebody who may not browse the project gets
 * nothing, as if there were no such page.
 */
public class ProjectPageContext implements ContextProvider {
  private final SignedIn signedIn;
  private final Overview overview;
  private final PageTexts texts;

  @Inject
  public ProjectPageContext(SignedIn signedIn, Overview overview, PageTexts texts) {
    this.signedIn = signedIn;
    this.overview = overview;
    this.texts = texts;
  }

  @Override
  public void init(Map<String, String> params) {
    // Takes none.
  }

  @Override
  public Map<String, Object> getContextMap(Map<String, Object> context) {
    return Surroundings.view(Surroundings.projectKey(context).flatMap(this::page));
  }

  private Optional<ProjectPage> page(String projectKey) {
    try {
      return signedIn
          .person()
          .map(who -> ProjectPage.of(overview.ofProject(who, projectKey), texts));
    } catch (Refusal.NotFound e) {
      return Optional.empty();
    } catch (Refusal e) {
      return Optional.of(ProjectPage.failed(texts.get(e.text())));
    }
  }
}
