package io.bearings.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.Rule;
import org.junit.Test;

public class DescriptorCheckTest {
  @Rule public final MadeUpAddOn made = new MadeUpAddOn();

  @Test
  public void whatTheDescriptorNamesExists() {
    assertThat(DescriptorCheck.findings(AddOn.BUILT)).isEmpty();
  }

  /** Maven must not mistake a variable of Jira, such as {@code $projectKeyEncoded}, for its own. */
  @Test
  public void filteringKeepsEveryVariableOfJira() throws IOException {
    String source = Files.readString(Path.of("..", "..", Descriptor.PATH));
    assertThat(variables(AddOn.BUILT.text(Descriptor.PATH))).isEqualTo(variables(source));
    assertThat(Descriptor.of(AddOn.BUILT).pluginKey()).isEqualTo("io.bearings");
  }

  @Test
  public void namesAClassThatDoesNotExist() {
    made.descriptor(
        """
        <web-panel key="a"><context-provider class="io.bearings.web.NoSuchContext"/></web-panel>
        <web-item key="b"><condition class="com.atlassian.jira.NoSuchCondition"/></web-item>
        <webwork1 key="c"><actions><action name="NoPackage" alias="X"/></actions></webwork1>
        <ao key="d"><entity>io.bearings.store.NoSuchEntity</entity></ao>
        <rest key="e"><package>io.bearings.nowhere</package></rest>
        """);

    assertThat(DescriptorCheck.findings(made.addOn()))
        .containsExactlyInAnyOrder(
            "class io.bearings.web.NoSuchContext does not exist",
            "class com.atlassian.jira.NoSuchCondition does not exist",
            "class NoPackage does not exist",
            "class io.bearings.store.NoSuchEntity does not exist",
            "package io.bearings.nowhere does not exist");
  }

  @Test
  public void namesAResourceThatDoesNotExist() {
    made.file("js/here.js", "");
    made.descriptor(
        """
        <resource type="i18n" name="i18n" location="i18n.nothing"/>
        <web-resource key="w">
          <resource type="download" name="here.js" location="/js/here.js"/>
          <resource type="download" name="gone.js" location="/js/gone.js"/>
        </web-resource>
        <webwork1 key="c"><actions><action name="java.lang.String" alias="X">
          <view name="success">/templates/gone.vm</view></action></actions></webwork1>
        """);

    assertThat(DescriptorCheck.findings(made.addOn()))
        .containsExactlyInAnyOrder(
            "resource i18n at i18n.nothing does not exist",
            "resource gone.js at /js/gone.js does not exist",
            "view /templates/gone.vm does not exist");
  }

  @Test
  public void namesAModuleThatDoesNotExistOrExistsTwice() {
    made.descriptor(
        """
        <web-item key="a"><link>/x?selectedItem=made.up:gone</link></web-item>
        <web-resource key="a"><dependency>made.up:a</dependency></web-resource>
        """);
    made.file("templates/t.vm", "$webResourceManager.requireResource(\"made.up:gone-too\")");

    assertThat(DescriptorCheck.findings(made.addOn()))
        .containsExactlyInAnyOrder(
            "two modules have the key a",
            "module made.up:gone does not exist",
            "module made.up:gone-too does not exist");
  }

  @Test
  public void namesAVariableThatMavenWouldReplace() {
    made.descriptor("<web-item key=\"a\"><link>/browse/${project.key}</link></web-item>");

    assertThat(DescriptorCheck.findings(made.addOn()))
        .containsExactly(
            "${project.key} in \"/browse/${project.key}\" must be written without braces");
  }

  @Test
  public void namesAnEntityThatIsNotListed() {
    made.descriptor("");
    made.copyOfClass(AnEntity.class);

    assertThat(DescriptorCheck.findings(made.addOn()))
        .containsExactly("entity " + AnEntity.class.getName() + " is not listed");
  }

  private static Set<String> variables(String xml) {
    Set<String> names = new TreeSet<>();
    Matcher matcher = Pattern.compile("\\$(\\w[\\w.]*)").matcher(xml);
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return names;
  }

  interface AnEntity extends net.java.ao.RawEntity<Long> {}
}
