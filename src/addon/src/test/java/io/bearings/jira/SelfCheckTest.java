package io.bearings.jira;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.Test;

public class SelfCheckTest {

  @Test
  public void findsWhatIsThere() {
    assertThat(
            missing(
                "# comment",
                "",
                "class java.lang.String",
                "interface java.util.List",
                "enum java.time.DayOfWeek",
                "annotation java.lang.Deprecated",
                "method java.util.List add (Ljava/lang/Object;)Z instance",
                "method java.util.List size ()I instance",
                "method java.util.ArrayList stream ()Ljava/util/stream/Stream; instance",
                "method java.util.List hashCode ()I instance",
                "method java.util.List getClass ()Ljava/lang/Class; instance",
                "method java.lang.String <init> ([C)V instance",
                "method java.lang.String valueOf (I)Ljava/lang/String; static",
                "field java.lang.Integer MAX_VALUE I static",
                "field java.io.File separator Ljava/lang/String; static",
                "implements java.lang.Runnable run ()V"))
        .isEmpty();
  }

  @Test
  public void namesWhatIsMissing() {
    assertThat(missing("class com.example.Gone", "method com.example.Gone go ()V instance"))
        .containsExactly("com.example.Gone");
    assertThat(missing("method java.util.List gone ()V instance"))
        .containsExactly("java.util.List#gone ()V");
    assertThat(missing("field java.lang.Integer GONE I static"))
        .containsExactly("java.lang.Integer#GONE I");
    assertThat(missing("method java.lang.String <init> (Z)V instance"))
        .containsExactly("java.lang.String#<init> (Z)V");
  }

  @Test
  public void namesWhatIsOfAnotherKindOrType() {
    assertThat(missing("class java.util.List")).containsExactly("java.util.List (interface)");
    assertThat(missing("interface java.lang.Deprecated"))
        .containsExactly("java.lang.Deprecated (annotation)");
    assertThat(missing("class java.time.DayOfWeek")).containsExactly("java.time.DayOfWeek (enum)");
    assertThat(missing("interface java.lang.String")).containsExactly("java.lang.String (class)");
    assertThat(missing("method java.util.List size ()J instance")).hasSize(1);
    assertThat(missing("method java.util.List size ()I static")).hasSize(1);
    assertThat(missing("field java.lang.Integer MAX_VALUE I instance")).hasSize(1);
    assertThat(missing("field java.lang.Integer MAX_VALUE J static")).hasSize(1);
  }

  @Test
  public void namesATypeThatCannotBeRead() {
    ClassLoader broken =
        new ClassLoader(null) {
          @Override
          protected Class<?> findClass(String name) {
            throw new NoClassDefFoundError("com/example/Needed");
          }
        };
    assertThat(new SelfCheck(List.of("class com.example.Broken"), broken).missing())
        .containsExactly("com.example.Broken (com/example/Needed)");
  }

  @Test
  public void everythingThatTheJarCallsIsInTheSignatures() {
    assertThat(new SelfCheck().missing()).isEmpty();
  }

  private static List<String> missing(String... calls) {
    return new SelfCheck(List.of(calls), SelfCheckTest.class.getClassLoader()).missing();
  }
}
