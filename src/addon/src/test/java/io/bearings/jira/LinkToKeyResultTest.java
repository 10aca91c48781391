package io.bearings.jira;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import com.atlassian.jira.issue.MutableIssue;
import com.atlassian.sal.api.message.I18nResolver;
import com.opensymphony.module.propertyset.PropertySet;
import com.opensymphony.workflow.WorkflowContext;
import com.opensymphony.workflow.loader.FunctionDescriptor;
import io.bearings.okr.Message;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import io.bearings.progress.KeyResultTitles;
import io.bearings.progress.Linking;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.Before;
import org.junit.Test;

public class LinkToKeyResultTest {
  private static final Person ANNA = new Person("anna");

  private final Linking linking = mock(Linking.class);
  private final LinkToKeyResult function = new LinkToKeyResult(linking);
  private final MutableIssue issue = mock(MutableIssue.class);
  private final WorkflowContext context = mock(WorkflowContext.class);
  private final Map<String, Object> transientVars = new HashMap<>();

  private final SignedIn signedIn = mock(SignedIn.class);
  private final KeyResultTitles titles = mock(KeyResultTitles.class);
  private final I18nResolver texts = mock(I18nResolver.class);
  private final LinkToKeyResultSetup setup = new LinkToKeyResultSetup(signedIn, titles, texts);

  @Before
  public void annaTakesATransition() {
    when(issue.getKey()).thenReturn("DEMO-1");
    when(context.getCaller()).thenReturn("anna");
    transientVars.put("issue", issue);
    transientVars.put("context", context);
    when(signedIn.person()).thenReturn(Optional.of(ANNA));
    when(texts.getText(any(String.class), any(Serializable[].class)))
        .thenAnswer(call -> call.getArgument(0));
  }

  private void take() {
    function.execute(transientVars, Map.of("keyResult", "KR-34"), mock(PropertySet.class));
  }

  @Test
  public void attachesTheIssueWithTheRightsOfWhoeverTakesTheTransition() {
    take();
    verify(linking).attach(ANNA, "KR-34", "DEMO-1");
  }

  @Test
  public void theTransitionGoesOnWhateverHappens() {
    when(linking.attach(ANNA, "KR-34", "DEMO-1"))
        .thenReturn(false)
        .thenThrow(new Refusal.Forbidden())
        .thenThrow(new Refusal.NotFound("KR-34"))
        .thenThrow(new Refusal.Unavailable(Message.of("bearings.error.database")))
        .thenThrow(new IllegalStateException("broken"))
        .thenThrow(new NoSuchMethodError("gone"));
    for (int i = 0; i < 6; i++) {
      take();
    }
    transientVars.remove("issue");
    take();
    transientVars.remove("context");
    take();
  }

  @Test
  public void nobodyAttachesNothing() {
    when(context.getCaller()).thenReturn(null);
    take();
    when(context.getCaller()).thenReturn("anna");
    when(issue.getKey()).thenReturn(null);
    take();
    verifyNoInteractions(linking);
  }

  private Map<String, Object> params(String template, String keyResult) {
    FunctionDescriptor descriptor = mock(FunctionDescriptor.class);
    when(descriptor.getArgs())
        .thenReturn(keyResult == null ? Map.of() : Map.of("keyResult", keyResult));
    return setup.getVelocityParams(template, descriptor);
  }

  @Test
  public void theFormBeginsEmptyAndLaterShowsWhatIsSetUp() {
    assertThat(setup.getVelocityParams("input-parameters", null))
        .isEqualTo(Map.of("keyResult", ""));
    assertThat(params("edit-parameters", "KR-34")).isEqualTo(Map.of("keyResult", "KR-34"));
    assertThat(params("edit-parameters", null)).isEqualTo(Map.of("keyResult", ""));
  }

  @Test
  public void theViewShowsTheTitleOrWhyNothingWillHappen() {
    when(titles.of(ANNA, "KR-34")).thenReturn("Fewer alarms");
    assertThat(params("view", "KR-34"))
        .isEqualTo(Map.of("keyResult", "KR-34", "title", "Fewer alarms", "problem", ""));
    when(titles.of(ANNA, "KR-99")).thenThrow(new Refusal.NotFound("KR-99"));
    assertThat(params("view", "KR-99"))
        .isEqualTo(Map.of("keyResult", "KR-99", "title", "", "problem", "bearings.error.notFound"));
    when(signedIn.person()).thenReturn(Optional.empty());
    assertThat(params("view", "KR-34")).containsEntry("problem", "bearings.error.forbidden");
  }

  @Test
  public void keepsTheKeyThatWasTypedInOneForm() {
    assertThat(kept(" kr-34 ")).isEqualTo("KR-34");
    assertThat(kept("x".repeat(100))).hasSize(30);
    assertThatThrownBy(() -> setup.getDescriptorParams(Map.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> setup.getDescriptorParams(Map.of("keyResult", new String[] {"a", "b"})))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private String kept(String typed) {
    return (String)
        setup.getDescriptorParams(Map.of("keyResult", new String[] {typed})).get("keyResult");
  }
}
