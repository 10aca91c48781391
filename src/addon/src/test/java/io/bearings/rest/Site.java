package io.bearings.rest;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.atlassian.sal.api.message.I18nResolver;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bearings.flow.StatusCategory;
import io.bearings.jira.SignedIn;
import io.bearings.okr.Access;
import io.bearings.okr.Aligning;
import io.bearings.okr.Alignments;
import io.bearings.okr.Changes;
import io.bearings.okr.Cycles;
import io.bearings.okr.History;
import io.bearings.okr.JiraMetrics;
import io.bearings.okr.KeyResult;
import io.bearings.okr.KeyResultPlanning;
import io.bearings.okr.KnownNumberFields;
import io.bearings.okr.KpiUnits;
import io.bearings.okr.Objective;
import io.bearings.okr.ObjectiveContent;
import io.bearings.okr.ObjectiveKind;
import io.bearings.okr.Objectives;
import io.bearings.okr.Okrs;
import io.bearings.okr.OutsideValues;
import io.bearings.okr.People;
import io.bearings.okr.Person;
import io.bearings.okr.Placed;
import io.bearings.okr.Planning;
import io.bearings.okr.Plans;
import io.bearings.okr.ProjectRef;
import io.bearings.okr.ProjectTeams;
import io.bearings.okr.SettingChanges;
import io.bearings.okr.Standpoints;
import io.bearings.okr.Unit;
import io.bearings.okr.Units;
import io.bearings.okr.Visibility;
import io.bearings.okr.WeightBy;
import io.bearings.okr.WriteKeys;
import io.bearings.progress.Administration;
import io.bearings.progress.Backfill;
import io.bearings.progress.Figuring;
import io.bearings.progress.Gathering;
import io.bearings.progress.Hindsight;
import io.bearings.progress.Histories;
import io.bearings.progress.Issues;
import io.bearings.progress.Linking;
import io.bearings.progress.Links;
import io.bearings.progress.Offering;
import io.bearings.progress.Overview;
import io.bearings.progress.Places;
import io.bearings.progress.Settings;
import io.bearings.progress.SiteSettings;
import io.bearings.progress.Tallied;
import io.bearings.progress.Tally;
import io.bearings.progress.Weeks;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
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
  static final Objective OBJECTIVE = Okrs.objective(12, 3, "<b>Calm</b> nights", "why", "anna", 3);
  static final Unit TEAM = Okrs.team(3, "Team", Optional.of("anna"), 100L);
  static final Placed SECRET =
      Okrs.placed(
          Okrs.objective(13, 5, "Secret", "why", "bert", 1)
              .with(
                  new ObjectiveContent(
                      "Secret",
                      "why",
                      "bert",
                      ObjectiveKind.ASPIRATIONAL,
                      Visibility.PRIVATE,
                      Optional.empty(),
                      List.of(),
                      Map.of(),
                      List.of(),
                      List.of())));
  private static final Unit READ = Okrs.team(5, "Read", Optional.empty(), 100L);
  private static final Objectives.LastEdit BY_BERT =
      new Objectives.LastEdit("bert", List.of(new Objectives.Touched(3, Set.of("title"))));
  static final KeyResult KEY_RESULT =
      Okrs.keyResult(34, 12, "Fewer alarms", new BigDecimal("2.5"), WeightBy.ISSUES, 2);
  static final KeyResult EMPTY =
      Okrs.keyResult(35, 12, "Nothing yet", BigDecimal.ZERO, WeightBy.POINTS, 1);

  final Objectives objectives = mock(Objectives.class);
  final Links links = mock(Links.class);
  final Issues issues = mock(Issues.class);
  final Places places = mock(Places.class);
  final Access access = mock(Access.class);
  final SiteSettings settings = mock(SiteSettings.class);
  final SignedIn signedIn = mock(SignedIn.class);
  final People people = key -> "nobody".equals(key) ? Optional.empty() : Optional.of("Name " + key);
  final Clock clock = Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);
  final Alignments alignments = mock(Alignments.class);
  final Changes changes = mock(Changes.class);
  final Cycles cycles = mock(Cycles.class);
  final Units units = mock(Units.class);
  final Standpoints standpoints = mock(Standpoints.class);
  final WriteKeys writeKeys = mock(WriteKeys.class);
  final OutsideValues outside = mock(OutsideValues.class);
  private final Gathering gathering = new Gathering(objectives, alignments, links, outside);
  final Figuring figuring =
      new Figuring(
          gathering, mock(Hindsight.class), cycles, units, access, settings, people, clock);
  final KpiUnits kpiUnits = id -> id == 7 ? Optional.of(3L) : Optional.empty();
  final JiraMetrics jiraMetrics = mock(JiraMetrics.class);
  final KnownNumberFields numberFields = new KnownNumberFields("customfield_10010");
  private final Plans plans = new Plans(objectives, standpoints, cycles);
  final Planning planning =
      new Planning(
          plans, objectives, figuring, access, people, numberFields, kpiUnits, jiraMetrics, clock);
  final KeyResultPlanning keyResultPlanning =
      new KeyResultPlanning(
          plans, objectives, figuring, people, numberFields, kpiUnits, jiraMetrics, clock);
  final Aligning aligning = new Aligning(plans, objectives, alignments, figuring, clock);
  final History history = new History(plans, changes, clock);
  final ProjectTeams teams = new ProjectTeams(units, standpoints, access, clock);
  final Overview overview =
      new Overview(objectives, alignments, gathering, figuring, standpoints, access, people);
  final Backfill backfill = mock(Backfill.class);
  final Linking linking =
      new Linking(
          objectives, links, issues, places, standpoints, access, overview, backfill, clock);
  final Offering offering =
      new Offering(
          links, issues, places, mock(Histories.class), standpoints, access, people, clock);
  final Weeks weeks = mock(Weeks.class);
  final SettingChanges settingChanges = mock(SettingChanges.class);
  final Administration administration =
      new Administration(settings, links, issues, access, weeks, settingChanges, clock);
  final Answers answers;
  final Writes writes;

  Site() {
    I18nResolver i18n = mock(I18nResolver.class);
    when(i18n.getText(anyString(), any(Serializable[].class)))
        .thenAnswer(call -> text(call.getRawArguments()));
    answers = new Answers(signedIn, new WriteLimit(clock), i18n);
    writes = new Writes(answers, writeKeys, clock);
    when(signedIn.person()).thenReturn(Optional.of(ANNA));
    when(access.project(ANNA, "DEMO")).thenReturn(Optional.of(DEMO));
    when(access.project(ANNA, 100)).thenReturn(Optional.of(DEMO));
    when(access.projects(any(), any())).thenReturn(Map.of(100L, DEMO));
    when(access.editableProjects(ANNA)).thenReturn(Map.of(100L, DEMO));
    when(access.mayEdit(ANNA, 100)).thenReturn(true);
    Settings current = new Settings(Optional.empty(), Set.of("10001"), new BigDecimal("0.25"));
    when(settings.current()).thenReturn(current);
    when(objectives.objective(12)).thenReturn(Optional.of(OBJECTIVE));
    when(objectives.placed(12, ANNA)).thenReturn(Optional.of(Okrs.placed(OBJECTIVE)));
    when(standpoints.of(ANNA))
        .thenReturn(Okrs.standpoint(ANNA, Set.of(100L), Set.of(), TEAM, READ));
    when(objectives.keyResult(34)).thenReturn(Optional.of(KEY_RESULT));
    when(objectives.find(any(), any())).thenReturn(List.of(Okrs.placed(OBJECTIVE)));
    when(objectives.keyResultsOf(any())).thenReturn(List.of(KEY_RESULT, EMPTY));
    when(objectives.lastEditOfObjective(12)).thenReturn(Optional.of(BY_BERT));
    when(objectives.lastEditOfKeyResult(34)).thenReturn(Optional.of(BY_BERT));
    List<Tally> tallies =
        List.of(
            tally(StatusCategory.DONE, Optional.of("10000"), 1),
            tally(StatusCategory.TO_DO, Optional.empty(), 2),
            tally(StatusCategory.DONE, Optional.of("10001"), 4));
    when(links.workOf(any())).thenReturn(Tallied.byCount(current, tallies));
  }

  private static String text(Object[] call) {
    Serializable[] args = (Serializable[]) call[1];
    String key = call[0].toString().replace("bearings.error.", "");
    return args.length == 0 ? key : key + Arrays.toString(args);
  }

  private static Tally tally(StatusCategory category, Optional<String> resolution, int count) {
    return new Tally(34, category, resolution, Optional.empty(), count);
  }

  /** An address with parameters, name by name. */
  static UriInfo query(String... namesAndValues) {
    MultivaluedMap<String, String> parameters = new MultivaluedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      parameters.add(namesAndValues[i], namesAndValues[i + 1]);
    }
    UriInfo uri = mock(UriInfo.class);
    when(uri.getQueryParameters()).thenReturn(parameters);
    return uri;
  }

  /** A reader who has nothing yet. */
  static Request unseen() {
    return mock(Request.class);
  }

  /** A reader who has what carries this entity tag. */
  static Request seen(EntityTag tag) {
    Request request = mock(Request.class);
    when(request.evaluatePreconditions(tag))
        .thenReturn(Response.status(Response.Status.NOT_MODIFIED).tag(tag));
    return request;
  }

  /** A request of a script, without any header of ours. */
  static HttpServletRequest request() {
    return request(Map.of());
  }

  /** A request with headers. */
  static HttpServletRequest request(Map<String, String> headers) {
    HttpServletRequest request = mock(HttpServletRequest.class);
    when(request.getMethod()).thenReturn("POST");
    when(request.getRequestURI()).thenReturn("/rest/bearings/1.0/objectives");
    headers.forEach((name, value) -> when(request.getHeader(name)).thenReturn(value));
    return request;
  }

  /** Those fields of an answer that are expected, so that the rest may grow. */
  static JsonNode part(JsonNode answer, JsonNode expected) {
    if (!expected.isObject() || !answer.isObject()) {
      if (expected.isArray() && answer.isArray() && expected.size() == answer.size()) {
        ArrayNode parts = new ObjectMapper().createArrayNode();
        for (int i = 0; i < expected.size(); i++) {
          parts.add(part(answer.get(i), expected.get(i)));
        }
        return parts;
      }
      return answer;
    }
    ObjectNode part = new ObjectMapper().createObjectNode();
    expected
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (answer.has(name)) {
                part.set(name, part(answer.get(name), expected.get(name)));
              }
            });
    return part;
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
