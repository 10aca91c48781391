package io.bearings.web;

import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.plugin.web.ContextProvider;
import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.UrlMode;
import io.bearings.jira.PagePaths;
import io.bearings.jira.SignedIn;
import io.bearings.okr.People;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import io.bearings.okr.RememberedPeople;
import io.bearings.rest.KpiViews;
import io.bearings.review.ProjectBearings;
import io.bearings.review.TakingBearings;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;

/**
 * Gives the objectives and KPIs of a project to their page. Somebody who may not browse the project
 * gets nothing, as if there were no such page.
 */
public class ProjectPageContext implements ContextProvider {
  /** The parameter of the address that names a phase. */
  private static final String PHASE = "phase";

  /** The parameter of the address that names a cycle. */
  private static final String CYCLE = "cycle";

  private final SignedIn signedIn;
  private final TakingBearings takingBearings;
  private final KpiViews kpis;
  private final ApplicationProperties jira;
  private final People people;
  private final PageTexts texts;

  @Inject
  public ProjectPageContext(
      SignedIn signedIn,
      TakingBearings takingBearings,
      KpiViews kpis,
      @ComponentImport ApplicationProperties jira,
      People people,
      PageTexts texts) {
    this.signedIn = signedIn;
    this.takingBearings = takingBearings;
    this.kpis = kpis;
    this.jira = jira;
    this.people = people;
    this.texts = texts;
  }

  @Override
  public void init(Map<String, String> params) {
    // Takes none.
  }

  @Override
  public Map<String, Object> getContextMap(Map<String, Object> context) {
    return Surroundings.view(
        Surroundings.projectKey(context)
            .flatMap(
                key ->
                    page(
                        key,
                        ProjectPage.Given.of(
                            jira.getBaseUrl(UrlMode.RELATIVE),
                            Surroundings.parameter(context, PHASE),
                            Surroundings.parameter(context, CYCLE)))));
  }

  private Optional<ProjectPage> page(String projectKey, ProjectPage.Given given) {
    try {
      return signedIn.person().map(who -> page(who, projectKey, given));
    } catch (Refusal.NotFound e) {
      return Optional.empty();
    } catch (Refusal.Invalid e) {
      return Optional.of(
          ProjectPage.astray(
              texts.get(e.fields().getOrDefault(CYCLE, e.text())),
              given.contextPath() + PagePaths.project(projectKey)));
    } catch (Refusal e) {
      return Optional.of(ProjectPage.failed(texts.get(e.text())));
    }
  }

  private ProjectPage page(Person who, String projectKey, ProjectPage.Given given) {
    ProjectBearings bearings = takingBearings.of(who, projectKey, given.cycleId());
    return ProjectPage.of(
        bearings,
        given,
        bearings.kpis().map(kpis::json).orElse(""),
        new RememberedPeople(people),
        texts);
  }
}
