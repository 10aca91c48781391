package io.bearings.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.bearings.okr.Message;
import io.bearings.okr.WeightBy;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.Before;
import org.junit.Test;

public class KeptNumbersTest {
  private static final String BENEFIT = "customfield_10010";

  private final SiteSettings settings = mock(SiteSettings.class);
  private final Links links = mock(Links.class);
  private final KeptNumbers numbers = new KeptNumbers(settings, links);

  @Before
  public void aSiteWithNumberFields() {
    when(settings.numericFields())
        .thenReturn(
            IntStream.rangeClosed(10_000, 10_020)
                .mapToObj(id -> new SiteSettings.Choice("customfield_" + id, "Number " + id))
                .toList());
    kept();
  }

  private void kept(String... fields) {
    Settings current =
        new Settings(Optional.of("customfield_10002"), Set.of("1"), BigDecimal.ZERO)
            .keeping(Set.of(fields));
    when(settings.current()).thenReturn(current);
  }

  private static String[] tenFields() {
    return IntStream.range(10_000, 10_010)
        .mapToObj(id -> "customfield_" + id)
        .toArray(String[]::new);
  }

  @Test
  public void keepsAFieldOnceBesideTheOthers() {
    kept("customfield_10011");
    assertThat(numbers.problem(BENEFIT)).isEmpty();
    numbers.keep(BENEFIT);
    verify(settings).keepNumbers(Set.of("customfield_10011", BENEFIT));

    kept(BENEFIT);
    numbers.keep(BENEFIT);
    verify(settings).keepNumbers(any());
  }

  @Test
  public void refusesWhatIsNoNumberField() {
    assertThat(numbers.problem("customfield_9"))
        .contains(Message.of("bearings.error.noNumberField", "customfield_9"));
    numbers.keep("customfield_9");
    verify(settings, never()).keepNumbers(any());
  }

  @Test
  public void refusesMoreThanCanBeKeptUnlessOneIsWeighedByNoMore() {
    kept(tenFields());
    Set<String> used = new TreeSet<>(Set.of(tenFields()));
    when(links.weighingFields()).thenReturn(used);
    assertThat(numbers.problem(BENEFIT))
        .contains(Message.of("bearings.error.tooManyNumberFields", KeptNumbers.MOST));
    numbers.keep(BENEFIT);
    verify(settings, never()).keepNumbers(any());
    assertThat(numbers.problem("customfield_10003")).isEmpty();

    used.remove("customfield_10003");
    assertThat(numbers.problem(BENEFIT)).isEmpty();
    numbers.keep(BENEFIT);
    Set<String> after = new TreeSet<>(used);
    after.add(BENEFIT);
    verify(settings).keepNumbers(after);
  }

  @Test
  public void onlyAnotherWayToWeighIsLookedAt() {
    WeightBy gone = WeightBy.valueOf("customfield_9");
    assertThat(numbers.problem(gone, gone)).isEmpty();
    assertThat(numbers.problem(WeightBy.POINTS, gone)).isEmpty();
    assertThat(numbers.problem(gone, WeightBy.ISSUES)).isPresent();
    numbers.keep(WeightBy.ESTIMATE);
    verify(settings, never()).keepNumbers(any());
  }
}
