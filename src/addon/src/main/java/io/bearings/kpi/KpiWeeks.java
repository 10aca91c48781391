package io.bearings.kpi;

import io.bearings.progress.Weeks;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Set;

/**
 * KPIs whose periods are weeks are judged anew, all their past, when weeks begin on another day.
 */
@Named
public final class KpiWeeks implements Weeks {
  private final Judgements judgements;

  @Inject
  public KpiWeeks(Judgements judgements) {
    this.judgements = judgements;
  }

  @Override
  public void changed() {
    judgements.judgeAnew(Set.of(Frequency.WEEKLY, Frequency.EVERY_TWO_WEEKS));
  }
}
