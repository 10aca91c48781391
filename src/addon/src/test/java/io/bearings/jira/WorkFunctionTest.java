package io.bearings.jira;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.atlassian.jira.JiraDataTypes;
import com.atlassian.jira.jql.operand.QueryLiteral;
import com.atlassian.jira.jql.query.QueryCreationContext;
import com.atlassian.jira.plugin.jql.function.JqlFunction;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.query.clause.TerminalClause;
import com.atlassian.query.operand.FunctionOperand;
import com.atlassian.sal.api.message.I18nResolver;
import io.bearings.okr.Message;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import io.bearings.progress.FindingWork;
import io.bearings.progress.OwnFunctions;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.Before;
import org.junit.Test;

public class WorkFunctionTest {
  private static final Person ANNA = new Person("anna");

  private final ApplicationUser user = mock(ApplicationUser.class);
  private final TerminalClause clause = mock(TerminalClause.class);
  private final QueryCreationContext context = mock(QueryCreationContext.class);
  private final FindingWork work = mock(FindingWork.class);
  private final I18nResolver texts = mock(I18nResolver.class);
  private final JqlFunction function = new IssuesOfKeyResult(work, texts);

  @Before
  public void annaSearches() {
    when(user.getKey()).thenReturn("anna");
    when(context.getApplicationUser()).thenReturn(user);
    when(texts.getText(any(String.class), any(Serializable[].class)))
        .thenAnswer(
            call ->
                call.<String>getArgument(0)
                    + Arrays.asList(call.getArguments()).subList(1, call.getArguments().length));
  }

  private static FunctionOperand operand(String... args) {
    return new FunctionOperand("issuesOfKeyResult", List.of(args));
  }

  private Set<String> problems(ApplicationUser searcher, String... args) {
    return function.validate(searcher, operand(args), clause).getErrorMessages();
  }

  private List<Long> values(String... args) {
    return function.getValues(context, operand(args), clause).stream()
        .map(QueryLiteral::getLongValue)
        .toList();
  }

  @Test
  public void givesTheIdsWithTheOperandThatTheyComeFrom() {
    when(work.ofKeyResult(ANNA, "KR-34")).thenReturn(List.of(3L, 5L));
    assertThat(problems(user, "KR-34")).isEmpty();
    assertThat(values("KR-34")).containsExactly(3L, 5L);
    FunctionOperand operand = operand("KR-34");
    assertThat(function.getValues(context, operand, clause).get(0).getSourceOperand())
        .isSameAs(operand);
  }

  @Test
  public void saysWhatItIs() {
    assertThat(function.getDataType()).isSameAs(JiraDataTypes.ISSUE);
    assertThat(function.getMinimumNumberOfExpectedArguments()).isEqualTo(1);
  }

  @Test
  public void wantsOneArgument() {
    assertThat(problems(user)).singleElement().asString().contains("'1'", "'0'");
    assertThat(problems(user, "KR-1", "KR-2")).singleElement().asString().contains("'2'");
    verify(work, never()).ofKeyResult(any(), any());
  }

  @Test
  public void tellsTheSearcherWhatIsRefused() {
    when(work.ofKeyResult(ANNA, "KR-34"))
        .thenThrow(new Refusal.Invalid(Message.of("bearings.jql.tooMany", 10_000)));
    assertThat(problems(user, "KR-34")).containsExactly("bearings.jql.tooMany[10000]");
    assertThat(values("KR-34")).isEmpty();
  }

  @Test
  public void aDatabaseThatDoesNotAnswerIsToldAndFindsNothing() {
    when(work.ofKeyResult(ANNA, "KR-34"))
        .thenThrow(new Refusal.Unavailable(Message.of("bearings.error.database")));
    assertThat(problems(user, "KR-34")).containsExactly("bearings.error.database[]");
    assertThat(values("KR-34")).isEmpty();
  }

  @Test
  public void anAnonymousVisitorLearnsNothing() {
    assertThat(problems(null, "KR-34")).containsExactly("bearings.error.notFound[KR-34]");
    when(context.getApplicationUser()).thenReturn(null);
    assertThat(values("KR-34")).isEmpty();
    assertThat(values()).isEmpty();
    verify(work, never()).ofKeyResult(any(), any());
  }

  @Test
  public void refusesWithinTheQueryOfAKeyResult() {
    when(work.ofKeyResult(ANNA, "KR-34")).thenReturn(List.of(3L));
    assertThat(OwnQueries.<Set<String>>search(() -> problems(user, "KR-34")))
        .containsExactly("bearings.jql.loop[issuesOfKeyResult]");
    assertThat(OwnQueries.<List<Long>>search(() -> values("KR-34"))).isEmpty();
    assertThatThrownBy(
            () ->
                OwnQueries.search(
                    () -> {
                      throw new IllegalStateException("The search failed");
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(values("KR-34")).containsExactly(3L);
  }

  @Test
  public void eachFunctionAsksForItsOwn() {
    when(work.ofObjective(ANNA, "x")).thenReturn(List.of(2L));
    when(work.ofUnit(ANNA, "x")).thenReturn(List.of(3L));
    when(work.ofProject(ANNA, "x")).thenReturn(List.of(4L));
    assertThat(new IssuesOfObjective(work, texts).find(ANNA, "x")).containsExactly(2L);
    assertThat(new IssuesOfUnit(work, texts).find(ANNA, "x")).containsExactly(3L);
    assertThat(new IssuesWithObjective(work, texts).find(ANNA, "x")).containsExactly(4L);
  }

  @Test
  public void theDescriptorNamesExactlyTheFunctionsThatAQueryMustNotUse() throws IOException {
    String descriptor = Files.readString(Path.of("../../atlassian-plugin.xml"));
    assertThat(
            Pattern.compile("<fname>(\\w+)</fname>")
                .matcher(descriptor)
                .results()
                .map(MatchResult::group)
                .map(element -> element.replaceAll("</?fname>", "")))
        .containsExactlyElementsOf(OwnFunctions.NAMES);
  }
}
