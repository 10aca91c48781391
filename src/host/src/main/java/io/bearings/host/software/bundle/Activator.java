package io.bearings.host.software.bundle;

import com.atlassian.greenhopper.service.rapid.RapidViewQueryService;
import com.atlassian.greenhopper.service.rapid.view.ColumnService;
import com.atlassian.greenhopper.service.rapid.view.RapidViewService;
import com.atlassian.greenhopper.service.sprint.SprintService;
import io.bearings.host.software.SoftwareData;
import io.bearings.host.software.SoftwareShapes;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Offers Jira Software's services when its bundle starts. */
public final class Activator implements BundleActivator {
  /** The header that says {@code true} where the services of columns are not for add-ons. */
  public static final String COLUMNS_HIDDEN = "Columns-Hidden";

  @Override
  public void start(BundleContext context) {
    SoftwareData data = context.getService(context.getServiceReference(SoftwareData.class));
    BoardServices boards = new BoardServices(data);
    context.registerService(SprintService.class, new Sprints(data), null);
    context.registerService(RapidViewService.class, boards, null);
    context.registerService(RapidViewQueryService.class, boards, null);
    if (context.getBundle().getHeaders("").get(COLUMNS_HIDDEN) == null) {
      context.registerService(ColumnService.class, boards, null);
    }
    context.registerService(SoftwareShapes.class, new Shapes(), null);
  }

  /** The framework takes the services back. */
  @Override
  public void stop(BundleContext context) {}
}
