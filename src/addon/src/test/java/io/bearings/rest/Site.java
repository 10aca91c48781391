package io.bearings.rest;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.atlassian.sal.api.message.I18nResolver;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bearings.jira.SignedIn;
import io.bearings.okr.Access;
import io.bearings.okr.KeyResult;
import io.bearings.okr.Objective;
import io.bearings.okr.Objectives;
import io.bearings.okr.People;
import io.bearings.okr.Person;
import io.bearings.okr.Planning;
import io.bearings.okr.ProjectRef;
import io.bearings.okr.WeightBy;
import io.bearings.progress.Administration;
import io.bearings.progress.Issues;
import io.bearings.progress.Linking;
import io.bearings.progress.Links;
import io.bearings.progress.Overview;
import io.bearings.progress.Settings;
import io.bearings.progress.SiteSettings;
import io.bearings.progress.StatusCategory;
import io.bearings.progress.Tally;
import jakarta.ws.rs.core.Response;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The real use cases over ports of paper, with one objective of two key results in project DEMO
 * that Anna may edit. Texts are their keys and what they name.
 */
final class Site {
  static final Person ANNA = new Person("anna");
  static final ProjectRef DEMO = new ProjectRef(100, "DEMO", "Mobile app");
  static final Objective OBJECTIVE = new Objective(12, 100, "<b>Calm</b> nights", "why", "anna", 3);
  static final KeyResult KEY_RESULT =
      new KeyResult(34, 12, "Fewer alarms", new BigDecimal("2.5"), WeightBy.ISSUES, 2);
  static final KeyResult EMPTY =
      new KeyResult(35, 12, "Nothing yet", BigDecimal.ZERO, WeightBy.POINTS, 1);

  final Objectives objectives = mock(Objectives.class);
  final Links links = mock(Links.class);
  final Issues issues = mock(Issues.class);
  final Access access = mock(Access.class);
  final SiteSettings settings = mock(SiteSettings.class);
  final SignedIn signedIn = mock(SignedIn.class);
  final People people = key -> "nobody".equals(key) ? Optional.empty() : Optional.of("Name " + key);
  private final Clock clock = Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);
  final Planning planning = new Planning(objectives, access, people, clock);
  final Overview overview = new Overview(objectives, links, access, people, settings);
  final Linking linking = new Linking(objectives, links, issues, access, overview, clock);
  final Administration administration = new Administration(settings, links, issues, access);
  final Answers answers;

  Site() {
    I18nResolver i18n = mock(I18nResolver.class);
    when(i18n.getText(anyString(), any(Serializable[].class)))
        .thenAnswer(call -> text(call.getRawArguments()));
    answers = new Answers(signedIn, new WriteLimit(clock), i18n);
    when(signedIn.person()).thenReturn(Optional.of(ANNA));
    when(access.project(ANNA, "DEMO")).thenReturn(Optional.of(DEMO));
    when(access.project(ANNA, 100)).thenReturn(Optional.of(DEMO));
    when(access.projects(any(), any())).thenReturn(Map.of(100L, DEMO));
    when(access.editableProjects(ANNA)).thenReturn(Map.of(100L, DEMO));
    when(access.mayEdit(ANNA, 100)).thenReturn(true);
    when(settings.current())
        .thenReturn(new Settings(Optional.empty(), Set.of("10001"), new BigDecimal("0.25")));
    when(objectives.objective(12)).thenReturn(Optional.of(OBJECTIVE));
    when(objectives.keyResult(34)).thenReturn(Optional.of(KEY_RESULT));
    when(objectives.ofProject(100)).thenReturn(List.of(OBJECTIVE));
    when(objectives.keyResultsOfProject(100)).thenReturn(List.of(KEY_RESULT, EMPTY));
    when(objectives.keyResultsOf(List.of(12L))).thenReturn(List.of(KEY_RESULT, EMPTY));
    when(objectives.lastEditorOfObjective(12)).thenReturn(Optional.of("bert"));
    when(objectives.lastEditorOfKeyResult(34)).thenReturn(Optional.of("bert"));
    List<Tally> tallies =
        List.of(
            tally(StatusCategory.DONE, Optional.of("10000"), 1),
            tally(StatusCategory.TO_DO, Optional.empty(), 2),
            tally(StatusCategory.DONE, Optional.of("10001"), 4));
    when(links.talliesOfProject(100)).thenReturn(tallies);
    when(links.talliesOfObjectives(List.of(12L))).thenReturn(tallies);
    when(links.talliesOfKeyResult(34)).thenReturn(tallies);
  }

  private static String text(Object[] call) {
    Serializable[] args = (Serializable[]) call[1];
    String key = call[0].toString().replace("bearings.error.", "");
    return args.length == 0 ? key : key + Arrays.toString(args);
  }

  private static Tally tally(StatusCategory category, Optional<String> resolution, int count) {
    return new Tally(34, category, resolution, Optional.empty(), count);
  }

  /** What a client reads. */
  static JsonNode json(Response response) {
    try {
      ObjectMapper mapper = new ObjectMapper();
      return mapper.readTree(mapper.writeValueAsString(response.getEntity()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A JSON text with simple quotes, as an object. */
  static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
