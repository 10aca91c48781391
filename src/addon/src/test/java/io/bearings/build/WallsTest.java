package io.bearings.build;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import org.junit.Test;

public class WallsTest {
  private static final String MADE_UP = "io.bearings.build.walls";

  @Test
  public void theWallsOfTheAddOnHold() {
    JavaClasses addOn = new ClassFileImporter().importPath(AddOn.BUILT.file("io/bearings"));
    assertThat(addOn).isNotEmpty();
    for (ArchRule wall : Walls.below("io.bearings").values()) {
      wall.check(addOn);
    }
  }

  @Test
  public void rulesMayNotReachOutOfPlainJava() {
    assertThat(broken("rules are plain Java"))
        .anySatisfy(line -> assertThat(line).contains("okr.Broken.ofJira", "issue.Issue"))
        .anySatisfy(line -> assertThat(line).contains("coach.Judging.ofJira", "issue.Issue"));
  }

  @Test
  public void featuresMayNotKnowWhoImplementsThem() {
    assertThat(broken("features know no edge"))
        .anySatisfy(line -> assertThat(line).contains("okr.Broken", "store.RowEntity"))
        .anySatisfy(line -> assertThat(line).contains("coach.Judging", "store.RowEntity"));
  }

  @Test
  public void okrMayNotKnowProgress() {
    assertThat(broken("okr comes first"))
        .anySatisfy(line -> assertThat(line).contains("okr.Broken", "progress.Measured"));
  }

  @Test
  public void theEdgeMayNotGoToTheStore() {
    assertThat(broken("the store is behind the ports"))
        .anySatisfy(line -> assertThat(line).contains("rest.Resource", "store.RowEntity"));
  }

  @Test
  public void nobodyMayKnowTheEdge() {
    assertThat(broken("nobody knows the edge"))
        .anySatisfy(line -> assertThat(line).contains("jira.DateHelper", "rest.Resource"));
  }

  @Test
  public void nobodyButTheStoreMaySeeEntities() {
    assertThat(broken("entities stay inside"))
        .anySatisfy(line -> assertThat(line).contains("rest.Resource", "RowEntity"))
        .noneSatisfy(line -> assertThat(line).startsWith("Interface <" + MADE_UP + ".store"));
  }

  @Test
  public void nobodyMayAskTheMachineForTheTime() {
    assertThat(broken("time is injected"))
        .anySatisfy(line -> assertThat(line).contains("okr.Broken", "Instant.now()"))
        .anySatisfy(line -> assertThat(line).contains("jira.DateHelper", "java.util.Date"));
  }

  @Test
  public void namesMayNotBeEmptyWords() {
    assertThat(broken("names say what"))
        .anySatisfy(line -> assertThat(line).contains("DateHelper", "Helper"));
  }

  @Test
  public void packagesMayNotGoInCircles() {
    assertThat(broken("no cycles"))
        .anySatisfy(line -> assertThat(line).contains("Slice okr", "Slice progress"));
  }

  private static List<String> broken(String wall) {
    Map<String, ArchRule> walls = Walls.below(MADE_UP);
    return walls
        .get(wall)
        .evaluate(new ClassFileImporter().importPackages(MADE_UP))
        .getFailureReport()
        .getDetails();
  }
}
