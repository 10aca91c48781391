package io.bearings.rest;

import static io.bearings.rest.Site.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.bearings.okr.Okrs;
import io.bearings.okr.Refusal;
import io.bearings.progress.DoubleCounting;
import io.bearings.progress.IssueText;
import io.bearings.progress.SharedWork;
import java.util.List;
import java.util.Optional;
import org.junit.Test;

public class DoubleCountResourceTest {
  private final Site site = new Site();
  private final DoubleCounting counting = mock(DoubleCounting.class);
  private final DoubleCountResource resource = new DoubleCountResource(site.answers, counting);

  @Test
  public void namesWhatMayBeReadAndCountsTheRest() {
    when(counting.ofKeyResult(Site.ANNA, 34))
        .thenReturn(
            List.of(
                new DoubleCounting.Twice(
                    SharedWork.Relation.SIBLING,
                    Optional.of(Okrs.keyResult(35, 12, Okrs.manual("Fewer", "0", "1"), 1)),
                    Optional.of(Okrs.objective(12, 3, "Calm nights", "why", "anna", 1)),
                    2,
                    List.of(new IssueText(1, "A-1", "Rules", "Done", Optional.empty()))),
                new DoubleCounting.Twice(
                    SharedWork.Relation.PARENT, Optional.empty(), Optional.empty(), 1, List.of())));

    assertThat(json(resource.doubles("34")))
        .isEqualTo(
            json(
                "{'doubles':[{'relation':'SIBLING','key':'KR-35','title':'Fewer',"
                    + "'objectiveKey':'O-12','objectiveTitle':'Calm nights','issues':2,"
                    + "'named':[{'key':'A-1','title':'Rules'}]},"
                    + "{'relation':'PARENT','key':null,'title':null,'objectiveKey':null,"
                    + "'objectiveTitle':null,'issues':1,'named':[]}]}"));
  }

  @Test
  public void answers404ForWhatOneMayNotSee() {
    when(counting.ofKeyResult(Site.ANNA, 99)).thenThrow(new Refusal.NotFound("KR-99"));

    assertThat(resource.doubles("99").getStatus()).isEqualTo(404);
    assertThat(resource.doubles("x").getStatus()).isEqualTo(404);
  }
}
