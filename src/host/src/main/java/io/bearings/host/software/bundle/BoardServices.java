package io.bearings.host.software.bundle;

import com.atlassian.greenhopper.model.rapid.Column;
import com.atlassian.greenhopper.model.rapid.RapidView;
import com.atlassian.greenhopper.service.Page;
import com.atlassian.greenhopper.service.PageRequest;
import com.atlassian.greenhopper.service.ServiceOutcome;
import com.atlassian.greenhopper.service.rapid.RapidViewQueryService;
import com.atlassian.greenhopper.service.rapid.view.ColumnService;
import com.atlassian.greenhopper.service.rapid.view.RapidViewQuery;
import com.atlassian.greenhopper.service.rapid.view.RapidViewService;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.query.Query;
import io.bearings.host.software.Board;
import io.bearings.host.software.SoftwareData;
import java.util.List;

/** The boards, their filters and their columns. */
final class BoardServices implements RapidViewService, RapidViewQueryService, ColumnService {
  private final SoftwareData data;

  BoardServices(SoftwareData data) {
    this.data = data;
  }

  @Override
  public ServiceOutcome<RapidView> getRapidView(ApplicationUser user, Long id) {
    return new Answer<>(data.board(user, id).map(BoardServices::view));
  }

  @Override
  public ServiceOutcome<Page<RapidView>> getRapidViews(
      ApplicationUser user, PageRequest page, RapidViewQuery query) {
    List<RapidView> views =
        data.boards(user).stream()
            .map(BoardServices::view)
            .filter(view -> query.getTypes().contains(view.getType()))
            .toList();
    return Answer.page(views, page);
  }

  private static RapidView view(Board board) {
    return new RapidView(
        board.id(), board.name(), board.scrum() ? RapidView.Type.SCRUM : RapidView.Type.KANBAN);
  }

  @Override
  public ServiceOutcome<Query> getRapidViewQuery(ApplicationUser user, RapidView view) {
    return new Answer<>(data.board(user, view.getId()).map(data::query));
  }

  @Override
  public List<Column> getColumns(RapidView view) {
    return data.columns(view.getId()).stream()
        .map(column -> new Column(column.id(), column.name(), column.statusIds()))
        .toList();
  }
}
