package io.bearings.build;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Map;
import net.java.ao.RawEntity;

/** The walls inside the add-on: who may know whom. */
final class Walls {
  private static final String[] RULES = {
    "okr", "flow", "kpi", "progress", "review", "coach", "talk", "connect", "site", "rhythm"
  };

  private final String root;

  private Walls(String root) {
    this.root = root;
  }

  /**
   * The walls by what they hold.
   *
   * @param root the package above okr, progress, store, jira, rest and web
   */
  static Map<String, ArchRule> below(String root) {
    Walls walls = new Walls(root);
    return Map.of(
        "rules are plain Java", walls.rulesArePlainJava(),
        "features know no edge", walls.featuresKnowNoEdge(),
        "okr comes first", walls.okrComesFirst(),
        "the store is behind the ports", walls.theStoreIsBehindThePorts(),
        "nobody knows the edge", walls.nobodyKnowsTheEdge(),
        "entities stay inside", walls.entitiesStayInside(),
        "time is injected", walls.timeIsInjected(),
        "names say what", walls.namesSayWhat(),
        "no cycles", walls.noCycles());
  }

  private String[] packages(String... names) {
    return List.of(names).stream().map(name -> root + "." + name + "..").toArray(String[]::new);
  }

  private ArchRule rulesArePlainJava() {
    return noClasses()
        .that()
        .resideInAnyPackage(packages(RULES))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "com.atlassian..",
            "net.java.ao..",
            "org.springframework..",
            "org.osgi..",
            "jakarta.servlet..",
            "jakarta.ws.rs..",
            "com.fasterxml..",
            "java.net.http..",
            "java.sql..")
        .because("the rules are plain records and functions")
        .allowEmptyShould(true);
  }

  private ArchRule featuresKnowNoEdge() {
    return noClasses()
        .that()
        .resideInAnyPackage(packages(RULES))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(packages("store", "jira", "rest", "web"))
        .because("a feature declares ports and does not know who implements or calls it")
        .allowEmptyShould(true);
  }

  private ArchRule okrComesFirst() {
    return noClasses()
        .that()
        .resideInAnyPackage(packages("okr"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            packages(
                "flow", "kpi", "progress", "review", "coach", "talk", "connect", "site", "rhythm"))
        .because("progress is measured and kickoffs are held for objectives, which need neither")
        .allowEmptyShould(true);
  }

  private ArchRule theStoreIsBehindThePorts() {
    return noClasses()
        .that()
        .resideInAnyPackage(packages("jira", "rest", "web"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(packages("store"))
        .because("whoever wants data asks a feature's port")
        .allowEmptyShould(true);
  }

  private ArchRule nobodyKnowsTheEdge() {
    return noClasses()
        .that()
        .resideInAnyPackage(packages("store", "jira"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(packages("rest", "web"))
        .because("data flows from the edge to a feature to a port")
        .allowEmptyShould(true);
  }

  private ArchRule entitiesStayInside() {
    return noClasses()
        .that()
        .resideOutsideOfPackages(packages("store"))
        .should()
        .dependOnClassesThat(
            assignableTo(RawEntity.class)
                .or(
                    describe(
                        "belong to Active Objects",
                        type ->
                            type.getPackageName().startsWith("net.java.ao")
                                || type.getPackageName()
                                    .startsWith("com.atlassian.activeobjects"))))
        .because("entities stay in the store; everybody else sees records")
        .allowEmptyShould(true);
  }

  private ArchRule timeIsInjected() {
    return noClasses()
        .that(describe("are not the clock itself", type -> !type.isAssignableTo(Clock.class)))
        .should()
        .accessTargetWhere(
            DescribedPredicate.<JavaAccess<?>>describe(
                "asks the machine for the time", Walls::asksForTheTime))
        .because("the clock is injected, so that tests can set it")
        .allowEmptyShould(true);
  }

  private static boolean asksForTheTime(JavaAccess<?> access) {
    String owner = access.getTargetOwner().getName();
    String name = access.getTarget().getName();
    boolean takesNothing = access.getTarget().getFullName().endsWith("()");
    return owner.startsWith("java.time.") && name.equals("now") && takesNothing
        || owner.equals(Clock.class.getName()) && name.startsWith("system")
        || owner.equals(System.class.getName())
            && (name.equals("currentTimeMillis") || name.equals("nanoTime"))
        || owner.equals(Date.class.getName()) && name.equals("<init>") && takesNothing;
  }

  private ArchRule namesSayWhat() {
    return classes()
        .should()
        .haveSimpleNameNotEndingWith("Impl")
        .andShould()
        .haveSimpleNameNotEndingWith("Helper")
        .andShould()
        .haveSimpleNameNotEndingWith("Util")
        .andShould()
        .haveSimpleNameNotEndingWith("Utils")
        .andShould()
        .haveSimpleNameNotEndingWith("Manager")
        .because("a name says what a type is for")
        .allowEmptyShould(true);
  }

  private ArchRule noCycles() {
    return slices().matching(root + ".(*)..").should().beFreeOfCycles().allowEmptyShould(true);
  }
}
