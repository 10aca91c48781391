package io.bearings.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bearings.okr.Message;
import io.bearings.okr.Nature;
import io.bearings.okr.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.Test;

public class BodyTest {

  @Test
  public void readsEachTypeOfField() {
    Body body =
        Body.of(
            """
            {"text":"a \\u00fc \\"q\\"","number":0.1,"version":7,"word":"OUTPUT",
             "texts":["a","b"],"objects":[{"text":"x"},{"text":"y"}],"none":null}
            """);
    assertThat(body.text("text")).isEqualTo("a ü \"q\"");
    assertThat(body.optionalNumber("number")).contains(new BigDecimal("0.1"));
    assertThat(body.version()).isEqualTo(7);
    assertThat(body.optionalWord("word", Nature.class)).contains(Nature.OUTPUT);
    assertThat(body.texts("texts")).containsExactly("a", "b");
    assertThat(body.objects("objects")).extracting(each -> each.text("text")).contains("x", "y");
    assertThat(body.text("none")).isEmpty();
    assertThat(body.optionalNumber("none")).isEmpty();
    assertThat(body.objects("absent")).isEmpty();
    assertThat(body.gives("text")).isTrue();
    assertThat(body.gives("none")).isFalse();
    assertThat(body.gives("missing")).isFalse();
    body.finish();
  }

  @Test
  public void readsDaysIdsAndFlags() {
    Body body = Body.of("{\"day\":\"2026-11-22\",\"id\":34,\"flag\":true,\"none\":null}");
    assertThat(body.optionalDay("day")).contains(LocalDate.of(2026, 11, 22));
    assertThat(body.optionalId("id")).contains(34L);
    assertThat(body.flag("flag")).isTrue();
    assertThat(body.optionalDay("none")).isEmpty();
    assertThat(body.optionalId("none")).isEmpty();
    assertThat(body.flag("none")).isFalse();
    body.finish();
  }

  @Test
  public void readsObjectsWithinObjects() {
    Body body = Body.of("{\"lead\":{\"key\":\"anna\",\"name\":\"Anna\"},\"n\":7,\"none\":null}");
    Body lead = body.optionalObject("lead").orElseThrow();
    assertThat(lead.text("key")).isEqualTo("anna");
    lead.ignore("name");
    assertThat(body.optionalWhole("n")).contains(7);
    assertThat(body.optionalWhole("none")).isEmpty();
    assertThat(body.optionalObject("none")).isEmpty();
    body.finish();
  }

  @Test
  public void namesWhatIsWrongWithinObjects() {
    Body body = Body.of("{\"lead\":{\"key\":1,\"x\":2},\"a\":1.5,\"b\":1e308,\"c\":[]}");
    body.optionalObject("lead").orElseThrow().text("key");
    body.optionalWhole("a");
    body.optionalWhole("b");
    body.optionalObject("c");
    assertThat(catchThrowableOfType(Refusal.Invalid.class, body::finish).fields())
        .containsOnlyKeys("a", "b", "c", "lead.key", "lead.x");
  }

  @Test
  public void namesDaysIdsAndFlagsThatAreNone() {
    Body body =
        Body.of(
            """
            {"a":"22.11.2026","b":"2026-02-30","c":"+12026-11-22","d":1.5,"e":1e308,"f":"yes"}
            """);
    body.optionalDay("a");
    body.optionalDay("b");
    body.optionalDay("c");
    body.optionalId("d");
    body.optionalId("e");
    body.flag("f");
    Message noDay = Message.of("bearings.error.noDay");
    Message noId = Message.of("bearings.error.noId");
    assertThat(problems(body))
        .isEqualTo(
            Map.of(
                "a", noDay,
                "b", noDay,
                "c", noDay,
                "d", noId,
                "e", noId,
                "f", Message.of("bearings.error.noFlag")));
  }

  @Test
  public void namesEveryFieldThatIsWrongAtOnce() {
    Body body =
        Body.of(
            """
            {"text":1,"number":"2","version":1.5,"word":"KILOS","texts":["a",1],
             "list":"a","objects":[{"text":true,"extra":1},3],"surplus":{}}
            """);
    body.text("text");
    body.optionalNumber("number");
    body.version();
    body.optionalWord("word", Nature.class);
    body.texts("texts");
    body.texts("list");
    body.texts("absent");
    body.objects("objects").forEach(each -> each.text("text"));
    assertThat(problems(body))
        .isEqualTo(
            Map.ofEntries(
                Map.entry("text", Message.of("bearings.error.noText")),
                Map.entry("number", Message.of("bearings.error.noNumber")),
                Map.entry("version", Message.of("bearings.error.noVersion")),
                Map.entry("word", Message.of("bearings.error.noWord", "OUTCOME, OUTPUT")),
                Map.entry("texts", Message.of("bearings.error.noTexts")),
                Map.entry("list", Message.of("bearings.error.noList")),
                Map.entry("absent", Message.of("bearings.error.required")),
                Map.entry("objects", Message.of("bearings.error.noObjects")),
                Map.entry("objects[0].text", Message.of("bearings.error.noText")),
                Map.entry("objects[0].extra", Message.of("bearings.error.unknownField")),
                Map.entry("surplus", Message.of("bearings.error.unknownField"))));
  }

  @Test
  public void namesFieldsThatNobodyKnows() {
    Body body = Body.of("{\"title\":\"t\",\"tilte\":\"t\",\"owner\":null}");
    body.text("title");
    assertThat(problems(body))
        .isEqualTo(
            Map.of(
                "tilte", Message.of("bearings.error.unknownField"),
                "owner", Message.of("bearings.error.unknownField")));
  }

  @Test
  public void asksForTheVersion() {
    Body missing = Body.of("{}");
    missing.version();
    assertThat(problems(missing))
        .isEqualTo(Map.of("version", Message.of("bearings.error.required")));
    for (String version : List.of("1e999999999", "99999999999", "0.5")) {
      Body body = Body.of("{\"version\":" + version + "}");
      body.version();
      assertThat(problems(body))
          .isEqualTo(Map.of("version", Message.of("bearings.error.noVersion")));
    }
  }

  @Test
  public void refusesWhatIsNoObject() {
    assertThat(refusal(null)).isEqualTo(Message.of("bearings.error.noBody"));
    assertThat(refusal("  ")).isEqualTo(Message.of("bearings.error.noBody"));
    assertThat(refusal("[1]")).isEqualTo(Message.of("bearings.error.noObject"));
    assertThat(refusal("null")).isEqualTo(Message.of("bearings.error.noObject"));
    assertThat(refusal("{} {}")).isEqualTo(Message.of("bearings.error.noObject"));
  }

  @Test
  public void saysWhereAJsonBreaks() {
    Message problem = refusal("{\"title\":\n\"t\",}");
    assertThat(problem.key()).isEqualTo("bearings.error.noJson");
    assertThat(problem.args().get(0)).isEqualTo(2);
    for (String broken :
        List.of(
            "{", "{\"a\":1,\"a\":2}", "{'a':1}", "{\"a\":01}", "{\"a\":NaN}", "{\"a\":\"\n\"}")) {
      assertThat(refusal(broken).key()).as(broken).isEqualTo("bearings.error.noJson");
    }
    assertThat(refusal("[".repeat(5000))).isEqualTo(Message.of("bearings.error.noObject"));
  }

  @Test
  public void readsParameters() {
    assertThat(Parameters.id("12")).isEqualTo(12);
    assertThatThrownBy(() -> Parameters.id("O-12")).isInstanceOf(Refusal.NotFound.class);
    assertThatThrownBy(() -> Parameters.id("99999999999999999999"))
        .isInstanceOf(Refusal.NotFound.class);
    assertThat(Parameters.number("limit", "20")).isEqualTo(20);
    assertThatThrownBy(() -> Parameters.number("limit", "many"))
        .isInstanceOf(Refusal.Invalid.class);
    assertThat(Parameters.required("project", "DEMO")).isEqualTo("DEMO");
    assertThatThrownBy(() -> Parameters.required("project", " "))
        .isInstanceOf(Refusal.Invalid.class);
    assertThatThrownBy(() -> Parameters.required("project", null))
        .isInstanceOf(Refusal.Invalid.class);
  }

  private static Map<String, Message> problems(Body body) {
    return catchThrowableOfType(Refusal.Invalid.class, body::finish).fields();
  }

  private static Message refusal(String json) {
    return catchThrowableOfType(Refusal.Invalid.class, () -> Body.of(json)).text();
  }
}
