package io.bearings.jira;

import com.atlassian.jira.plugin.workflow.AbstractWorkflowPluginFactory;
import com.atlassian.jira.plugin.workflow.WorkflowPluginFunctionFactory;
import com.atlassian.sal.api.message.I18nResolver;
import com.opensymphony.workflow.loader.AbstractDescriptor;
import com.opensymphony.workflow.loader.FunctionDescriptor;
import io.bearings.okr.Message;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import io.bearings.progress.KeyResultTitles;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Map;

/**
 * Sets up {@link LinkToKeyResult} on a transition. Jira keeps what was typed, and has no way to
 * refuse it, so the view says what will come of it: the title of the key result, or why nothing.
 */
public class LinkToKeyResultSetup extends AbstractWorkflowPluginFactory
    implements WorkflowPluginFunctionFactory {
  private static final int LONGEST = 30;

  private final SignedIn signedIn;
  private final KeyResultTitles titles;
  private final I18nResolver texts;

  @Inject
  public LinkToKeyResultSetup(SignedIn signedIn, KeyResultTitles titles, I18nResolver texts) {
    this.signedIn = signedIn;
    this.titles = titles;
    this.texts = texts;
  }

  @Override
  protected void getVelocityParamsForInput(Map<String, Object> velocityParams) {
    velocityParams.put(LinkToKeyResult.KEY_RESULT, "");
  }

  @Override
  protected void getVelocityParamsForEdit(
      Map<String, Object> velocityParams, AbstractDescriptor descriptor) {
    velocityParams.put(LinkToKeyResult.KEY_RESULT, keyResult(descriptor));
  }

  @Override
  protected void getVelocityParamsForView(
      Map<String, Object> velocityParams, AbstractDescriptor descriptor) {
    String key = keyResult(descriptor);
    velocityParams.put(LinkToKeyResult.KEY_RESULT, key);
    velocityParams.put("title", "");
    velocityParams.put("problem", "");
    try {
      Person who = signedIn.person().orElseThrow(Refusal.Forbidden::new);
      velocityParams.put("title", titles.of(who, key));
    } catch (Refusal e) {
      velocityParams.put("problem", text(e.text()));
    }
  }

  private static String keyResult(AbstractDescriptor descriptor) {
    Object key = ((FunctionDescriptor) descriptor).getArgs().get(LinkToKeyResult.KEY_RESULT);
    return key == null ? "" : key.toString();
  }

  private String text(Message message) {
    return message.in(texts::getText);
  }

  @Override
  public Map<String, ?> getDescriptorParams(Map<String, Object> formParams) {
    String typed = extractSingleParam(formParams, LinkToKeyResult.KEY_RESULT).strip();
    String key = typed.substring(0, Math.min(typed.length(), LONGEST)).toUpperCase(Locale.ROOT);
    return Map.of(LinkToKeyResult.KEY_RESULT, key);
  }
}
