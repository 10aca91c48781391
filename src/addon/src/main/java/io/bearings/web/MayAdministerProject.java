package io.bearings.web;

import com.atlassian.plugin.web.Condition;
import io.bearings.jira.SignedIn;
import io.bearings.okr.Access;
import jakarta.inject.Inject;
import java.util.Map;

/** Shows a fragment only to somebody who administers the project of the page, or Jira. */
public class MayAdministerProject implements Condition {
  private final SignedIn signedIn;
  private final Access access;

  @Inject
  public MayAdministerProject(SignedIn signedIn, Access access) {
    this.signedIn = signedIn;
    this.access = access;
  }

  @Override
  public void init(Map<String, String> params) {
    // Takes none.
  }

  @Override
  public boolean shouldDisplay(Map<String, Object> context) {
    return signedIn
        .person()
        .filter(
            who ->
                Surroundings.projectKey(context)
                    .flatMap(key -> access.project(who, key))
                    .filter(
                        project ->
                            access.administersProject(who, project.id()) || access.administers(who))
                    .isPresent())
        .isPresent();
  }
}
