package io.bearings.progress;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearings.flow.StatusCategory;
import io.bearings.okr.Goal;
import io.bearings.okr.KeyResult;
import io.bearings.okr.KeyResultContent;
import io.bearings.okr.Life;
import io.bearings.okr.Measure;
import io.bearings.okr.Nature;
import io.bearings.okr.ObjectiveState;
import io.bearings.okr.Okrs;
import io.bearings.okr.Recorded;
import io.bearings.okr.Source;
import io.bearings.okr.WeightBy;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.Test;

public class IssueShareTest {
  private static final String WONT_DO = "10001";
  private static final Settings SETTINGS =
      new Settings(Optional.empty(), Set.of(WONT_DO), BigDecimal.ZERO);
  private static final Settings HALF_CREDIT =
      new Settings(Optional.empty(), Set.of(WONT_DO), new BigDecimal("0.5"));
  private static final StatusCategory TO_DO = StatusCategory.TO_DO;
  private static final StatusCategory IN_PROGRESS = StatusCategory.IN_PROGRESS;
  private static final StatusCategory DONE = StatusCategory.DONE;

  /**
   * An issue of a key result, the first of those that it reaches.
   *
   * @param points null: not estimated
   */
  private record Case(StatusCategory category, String points, String resolution, boolean counts) {
    IssuePart part() {
      return new IssuePart(
          category,
          Optional.ofNullable(resolution),
          Optional.ofNullable(points).map(BigDecimal::new),
          Optional.of(7_200L),
          Map.of("customfield_1", new BigDecimal("9")),
          counts);
    }

    Tally tally(WeightBy weightBy) {
      return new Tally(1, category, Optional.ofNullable(resolution), part().amount(weightBy), 1);
    }
  }

  private static Case is(StatusCategory category, String points) {
    return new Case(category, points, null, true);
  }

  private static IssueShare share(
      KeyResult keyResult, Settings settings, Case issue, Case... others) {
    List<Case> all = new ArrayList<>(issue.counts() ? List.of(issue) : List.of());
    all.addAll(Arrays.asList(others));
    List<Tally> tallies = all.stream().map(it -> it.tally(keyResult.weightBy())).toList();
    return IssueShare.of(
        keyResult,
        IssueProgress.of(tallies, keyResult.weightBy(), settings),
        Optional.of(issue.part()),
        IssueProgress.weights(tallies, keyResult.weightBy(), settings),
        settings);
  }

  private static KeyResult by(WeightBy weightBy) {
    return Okrs.keyResult(1, 1, "K", BigDecimal.ONE, weightBy, 1);
  }

  private static void assertShare(
      IssueShare share, String weight, String total, String part, String now, String then) {
    assertThat(share.weight()).isEqualByComparingTo(weight);
    assertThat(share.total()).isEqualByComparingTo(total);
    assertThat(share.share().orElseThrow()).isEqualByComparingTo(part);
    assertThat(share.now().orElseThrow()).isEqualByComparingTo(now);
    assertThat(share.then().map(BigDecimal::stripTrailingZeros))
        .isEqualTo(Optional.ofNullable(then).map(BigDecimal::new));
  }

  @Test
  public void oneOfFourIssuesIsAQuarter() {
    IssueShare share =
        share(
            by(WeightBy.ISSUES),
            SETTINGS,
            is(TO_DO, null),
            is(DONE, null),
            is(DONE, null),
            is(TO_DO, null));

    assertThat(share.standing()).isEqualTo(IssueShare.Standing.OPEN);
    assertThat(share.imputed()).as("each weighs 1 anyway").isFalse();
    assertShare(share, "1", "4", "0.25", "0.5", "0.75");
  }

  @Test
  public void threeOfFortyPointsCountSevenAndAHalfPercent() {
    assertShare(
        share(by(WeightBy.POINTS), SETTINGS, is(TO_DO, "3"), is(DONE, "16"), is(TO_DO, "21")),
        "3",
        "40",
        "0.075",
        "0.4",
        "0.475");
  }

  @Test
  public void withoutAnEstimateItCountsAsTheMedianOfTheOthers() {
    IssueShare share =
        share(by(WeightBy.POINTS), SETTINGS, is(TO_DO, null), is(DONE, "2"), is(TO_DO, "6"));

    assertThat(share.imputed()).isTrue();
    assertShare(share, "4", "12", "0.3333333333333333333333333333333333", IMPUTED_NOW, "0.5");
  }

  private static final String IMPUTED_NOW = "0.1666666666666666666666666666666667";

  @Test
  public void whereNothingIsEstimatedEachWeighsOne() {
    IssueShare share = share(by(WeightBy.POINTS), SETTINGS, is(TO_DO, null), is(DONE, null));

    assertThat(share.imputed()).isTrue();
    assertShare(share, "1", "2", "0.5", "0.5", "1");
  }

  @Test
  public void aNegativeEstimateIsNoneAndZeroIsOne() {
    assertThat(share(by(WeightBy.POINTS), SETTINGS, is(TO_DO, "-2"), is(DONE, "4")).weight())
        .isEqualByComparingTo("4");
    assertShare(
        share(by(WeightBy.POINTS), SETTINGS, is(TO_DO, "0"), is(DONE, "4")),
        "0",
        "4",
        "0",
        "1",
        "1");
  }

  @Test
  public void hoursAndOtherNumbersWeighAlike() {
    assertShare(
        share(by(WeightBy.ESTIMATE), SETTINGS, is(TO_DO, null), is(DONE, null)),
        "2",
        "4",
        "0.5",
        "0.5",
        "1");
    assertShare(
        share(by(WeightBy.valueOf("customfield_1")), SETTINGS, is(TO_DO, null), is(DONE, null)),
        "9",
        "18",
        "0.5",
        "0.5",
        "1");
  }

  @Test
  public void whatIsUnderWayAddsOnlyWhatIsNotCreditedYet() {
    assertShare(
        share(by(WeightBy.ISSUES), HALF_CREDIT, is(IN_PROGRESS, null), is(TO_DO, null)),
        "1",
        "2",
        "0.5",
        "0.25",
        "0.5");
  }

  @Test
  public void whatIsDoneGaveItsShareAndChangesNothingMore() {
    IssueShare share = share(by(WeightBy.POINTS), SETTINGS, is(DONE, "5"), is(TO_DO, "15"));

    assertThat(share.standing()).isEqualTo(IssueShare.Standing.DONE);
    assertShare(share, "5", "20", "0.25", "0.25", null);
  }

  @Test
  public void whatIsOutOfScopeIsInNeitherSum() {
    IssueShare share =
        share(
            by(WeightBy.POINTS),
            SETTINGS,
            new Case(DONE, "5", WONT_DO, true),
            is(DONE, "1"),
            is(TO_DO, "3"));

    assertThat(share.standing()).isEqualTo(IssueShare.Standing.OUT_OF_SCOPE);
    assertThat(share.weight()).isZero();
    assertThat(share.share()).isEmpty();
    assertThat(share.then()).isEmpty();
    assertThat(share.now().orElseThrow()).isEqualByComparingTo("0.25");
  }

  @Test
  public void aSubTaskThatCountsByItsParentAddsNothing() {
    IssueShare share =
        share(by(WeightBy.ISSUES), SETTINGS, new Case(TO_DO, null, null, false), is(DONE, null));

    assertThat(share.standing()).isEqualTo(IssueShare.Standing.NOT_COUNTED);
    assertThat(share.share()).isEmpty();
    assertThat(share.then()).isEmpty();
  }

  @Test
  public void ofAFixedCountEachIssueIsOneWhateverItWeighs() {
    KeyResult twenty = fixed(20);
    Case[] done = IntStream.range(0, 8).mapToObj(i -> is(DONE, "13")).toArray(Case[]::new);

    assertShare(
        share(twenty, HALF_CREDIT, is(IN_PROGRESS, null), done), "1", "20", "0.05", "0.4", "0.45");
    assertThat(share(twenty, SETTINGS, is(IN_PROGRESS, null), done).imputed()).isFalse();
  }

  @Test
  public void moreThanTheFixedCountIsToldAsItIs() {
    assertShare(
        share(fixed(2), SETTINGS, is(TO_DO, null), is(DONE, null), is(DONE, null)),
        "1",
        "2",
        "0.5",
        "1",
        "1.5");
  }

  private static KeyResult fixed(int count) {
    return Okrs.keyResult(
        1,
        1,
        new KeyResultContent(
            "K",
            "anna",
            Source.ISSUES,
            Nature.OUTPUT,
            Measure.NUMBER,
            Goal.of(BigDecimal.ZERO, BigDecimal.valueOf(count)),
            BigDecimal.ONE,
            WeightBy.POINTS),
        1);
  }

  @Test
  public void aTypedInTargetIsNoFixedCount() {
    KeyResult manual = Okrs.keyResult(1, 1, Okrs.manual("K", "0", "20"), 1);

    assertShare(
        share(manual, SETTINGS, is(TO_DO, null), is(DONE, null)), "1", "2", "0.5", "0.5", "1");
  }

  @Test
  public void whatIsClosedMovesNoMore() {
    KeyResult open = by(WeightBy.ISSUES);
    for (ObjectiveState ended : List.of(ObjectiveState.CLOSED, ObjectiveState.ABANDONED)) {
      Life life =
          new Life(
              ended,
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty());
      KeyResult keyResult = new KeyResult(1, 1, open.content(), life, Recorded.NOTHING, false, 1);

      assertThat(share(keyResult, SETTINGS, is(TO_DO, null), is(DONE, null)).then())
          .as(ended.name())
          .isEmpty();
    }
  }

  @Test
  public void whereAllWeighNothingThereIsNoData() {
    IssueShare share = share(by(WeightBy.POINTS), SETTINGS, is(TO_DO, "0"), is(DONE, "0"));

    assertThat(share.share()).isEmpty();
    assertThat(share.now()).isEmpty();
    assertThat(share.then()).isEmpty();
  }

  @Test
  public void whatIsNotKnownYetIsNotCounted() {
    KeyResult keyResult = by(WeightBy.ISSUES);

    assertThat(
            IssueShare.of(
                    keyResult,
                    IssueProgress.NOTHING,
                    Optional.empty(),
                    IssueProgress.weights(List.of(), keyResult.weightBy(), SETTINGS),
                    SETTINGS)
                .standing())
        .isEqualTo(IssueShare.Standing.NOT_COUNTED);
  }

  /** Whatever the issues are: what is told for then is what is so when the issue has been done. */
  @Test
  public void thenIsWhatTheProgressIsOnceTheIssueIsDone() {
    Random random = new Random(6);
    for (int run = 0; run < 500; run++) {
      Settings settings = random.nextBoolean() ? SETTINGS : HALF_CREDIT;
      KeyResult keyResult = by(random.nextBoolean() ? WeightBy.POINTS : WeightBy.ISSUES);
      Case issue = is(random.nextBoolean() ? TO_DO : IN_PROGRESS, points(random));
      Case[] others =
          IntStream.range(0, random.nextInt(6))
              .mapToObj(i -> is(StatusCategory.values()[random.nextInt(3)], points(random)))
              .toArray(Case[]::new);

      IssueShare before = share(keyResult, settings, issue, others);
      IssueShare after = share(keyResult, settings, is(DONE, issue.points()), others);

      assertThat(before.then().isPresent()).isEqualTo(after.now().isPresent());
      before
          .then()
          .ifPresent(
              then ->
                  assertThat(then.subtract(after.now().orElseThrow()).abs())
                      .as(issue.toString())
                      .isLessThan(new BigDecimal("1e-25")));
    }
  }

  private static String points(Random random) {
    return random.nextInt(3) == 0 ? null : String.valueOf(random.nextInt(9));
  }
}
