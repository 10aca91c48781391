package io.bearings.web;

import com.atlassian.plugin.web.Condition;
import io.bearings.jira.SignedIn;
import io.bearings.okr.Access;
import jakarta.inject.Inject;
import java.util.Map;

/** Shows a fragment only to somebody who is logged in and may browse the project of the page. */
public class MayBrowseProject implements Condition {
  private final SignedIn signedIn;
  private final Access access;

  @Inject
  public MayBrowseProject(SignedIn signedIn, Access access) {
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
        .flatMap(who -> Surroundings.projectKey(context).flatMap(key -> access.project(who, key)))
        .isPresent();
  }
}
