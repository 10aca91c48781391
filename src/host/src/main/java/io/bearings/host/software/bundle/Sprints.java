package io.bearings.host.software.bundle;

import com.atlassian.greenhopper.model.rapid.RapidView;
import com.atlassian.greenhopper.service.Page;
import com.atlassian.greenhopper.service.PageRequest;
import com.atlassian.greenhopper.service.ServiceOutcome;
import com.atlassian.greenhopper.service.sprint.Sprint;
import com.atlassian.greenhopper.service.sprint.SprintQuery;
import com.atlassian.greenhopper.service.sprint.SprintService;
import com.atlassian.jira.user.ApplicationUser;
import io.bearings.host.software.SoftwareData;
import java.util.List;
import java.util.Optional;

/** The sprints of boards that a user may see. */
final class Sprints implements SprintService {
  private final SoftwareData data;

  Sprints(SoftwareData data) {
    this.data = data;
  }

  @Override
  public ServiceOutcome<Sprint> getSprint(ApplicationUser user, long sprintId) {
    return new Answer<>(data.sprint(user, sprintId).map(Shapes::of));
  }

  @Override
  public ServiceOutcome<Page<Sprint>> getSprints(
      ApplicationUser user, RapidView view, PageRequest page, SprintQuery query) {
    if (data.board(user, view.getId()).isEmpty()) {
      return new Answer<>(Optional.empty());
    }
    List<Sprint> sprints =
        data.sprintsOf(view.getId()).stream()
            .map(Shapes::of)
            .filter(sprint -> query.getStates().contains(sprint.getState()))
            .toList();
    return Answer.page(sprints, page);
  }
}
