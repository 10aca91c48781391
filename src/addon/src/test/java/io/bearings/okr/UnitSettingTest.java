package io.bearings.okr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.Test;

public class UnitSettingTest {
  private static final SettingValue FLAG = new SettingValue.Truth(true);

  @Test
  public void everySettingHasANameOfItsOwnByWhichItIsFound() {
    assertThat(Arrays.stream(UnitSetting.values()).map(UnitSetting::fileName))
        .doesNotHaveDuplicates();
    for (UnitSetting each : UnitSetting.values()) {
      assertThat(UnitSetting.called(each.fileName())).contains(each);
    }
    assertThat(UnitSetting.called("wings")).isEmpty();
  }

  @Test
  public void everyRoleHasItsPeopleAndItsGroups() {
    for (Role role : Role.values()) {
      assertThat(UnitSetting.of(role, false).role()).contains(role);
      assertThat(UnitSetting.of(role, false).ofGroups()).isFalse();
      assertThat(UnitSetting.of(role, true).role()).contains(role);
      assertThat(UnitSetting.of(role, true).ofGroups()).isTrue();
    }
    assertThat(UnitSetting.LEVEL.role()).isEmpty();
  }

  @Test
  public void valuesOfAnotherTypeAreRefused() {
    for (UnitSetting each : UnitSetting.values()) {
      SettingValue other =
          each.range() instanceof SettingRange.YesOrNo ? SettingValue.amount("1") : FLAG;
      assertThat(each.range().problem(other)).as(each.fileName()).isPresent();
    }
  }

  @Test
  public void noneIsOnlyForWhatMayBeNone() {
    assertThat(UnitSetting.ON_TRACK.range().problem(SettingRange.Perhaps.NONE)).isEmpty();
    assertThat(UnitSetting.LEAD.range().problem(SettingRange.Perhaps.NONE)).isEmpty();
    assertThat(UnitSetting.LEVEL.range().problem(SettingRange.Perhaps.NONE)).isPresent();
    assertThat(UnitSetting.HOUR.range().problem(SettingRange.Perhaps.NONE)).isPresent();
  }

  @Test
  public void listsHaveAnEnd() {
    SettingValue many =
        new SettingValue.Boards(
            LongStream.range(0, 26)
                .mapToObj(id -> new SettingValue.Board(id, Optional.empty()))
                .toList());
    assertThat(UnitSetting.BOARDS.range().problem(many))
        .contains(Message.of("bearings.error.tooMany", 25));
    assertThat(UnitSetting.BOARDS.range().problem(new SettingValue.Boards(List.of()))).isEmpty();
  }

  @Test
  public void boardsAreInOneLineTheLowestFirst() {
    assertThat(
            new SettingValue.Boards(
                    List.of(
                        new SettingValue.Board(9, Optional.empty()),
                        new SettingValue.Board(7, Optional.of("Wings")),
                        new SettingValue.Board(9, Optional.empty())))
                .text())
        .isEqualTo("7 Wings, 9");
  }
}
