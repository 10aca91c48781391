package io.bearings.build.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.Test;

/** {@code docs/openapi.json} says what the resources do. */
public class OpenApiTest {
  private static final java.nio.file.Path SOURCES = java.nio.file.Path.of("src/main/java");
  private static final java.nio.file.Path COMMITTED =
      java.nio.file.Path.of("../../docs/openapi.json");

  @Test
  public void theCommittedDescriptionIsThatOfTheCode() throws IOException {
    String now = OpenApi.of(resources(), "1.0", SOURCES);
    if (System.getProperty("openapi.accept") != null) {
      Files.writeString(COMMITTED, now);
    }
    assertThat(Files.readString(COMMITTED))
        .as(
            "The REST resources have changed. Look at what changes for those who use them, then"
                + " accept it with: bin/openapi")
        .isEqualTo(now);
  }

  @Test
  public void tellsWhatARequestMayHoldAndWhatIsAnswered() throws IOException {
    JsonNode all = new ObjectMapper().readTree(OpenApi.of(resources(), "1.0", SOURCES));
    JsonNode create = all.at("/paths/~1objectives/post");
    assertThat(create.path("summary").asText())
        .isEqualTo("Creates a draft, with key results if there are any.");
    JsonNode request = create.at("/requestBody/content/application~1json/schema");
    assertThat(request.at("/additionalProperties").asBoolean(true)).isFalse();
    assertThat(request.at("/properties/title/type").asText()).isEqualTo("string");
    assertThat(request.at("/properties/keyResults/items/properties/weight/type").asText())
        .isEqualTo("number");
    assertThat(request.at("/properties/keyResults/items/properties/nature/enum").size())
        .isEqualTo(2);
    assertThat(request.at("/properties/keyResults/items/properties/weightBy/pattern").asText())
        .contains("customfield_");
    assertThat(create.at("/responses/201/content/application~1json/schema/$ref").asText())
        .isEqualTo("#/components/schemas/Objective");
    assertThat(all.at("/paths/~1objectives/get/parameters").findValuesAsText("name"))
        .contains("project", "unit", "cycle", "label", "cursor");
    JsonNode detach = all.at("/paths/~1key-results~1{id}~1links~1{linkId}/delete");
    assertThat(detach.at("/responses/204").isMissingNode()).isFalse();
    assertThat(detach.at("/parameters/0/in").asText()).isEqualTo("path");
    assertThat(all.at("/components/schemas/Objective/properties/title/type").asText())
        .isEqualTo("string");
  }

  @Test
  public void refusesAResourceThatAnswersByItself() {
    assertThatThrownBy(() -> OpenApi.of(List.of(Silent.class), "1.0", SOURCES))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Silent");
  }

  /** A resource that goes past {@code Answers}. */
  @Path("silent")
  public static final class Silent {
    @GET
    public Response get() {
      return Response.ok().build();
    }
  }

  private static Collection<Class<?>> resources() {
    List<Class<?>> resources = new ArrayList<>();
    for (JavaClass each :
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.bearings.rest")) {
      if (each.isAnnotatedWith(Path.class)) {
        resources.add(each.reflect());
      }
    }
    return resources;
  }
}
