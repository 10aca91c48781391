package com.atlassian.greenhopper.service.rapid.view;

import com.atlassian.greenhopper.model.rapid.Column;
import com.atlassian.greenhopper.model.rapid.RapidView;
import java.util.List;

/**
 * The columns of a board, from left to right.
 *
 * <p>Source and confidence: scripts for Jira 8 use the type, some by a private road; L for whether
 * it is offered to add-ons.
 */
public interface ColumnService {
  List<Column> getColumns(RapidView view);
}
