package io.bearings.host.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearings.host.Temper;
import io.bearings.host.runtime.AddOnJar;
import io.bearings.host.runtime.TestSite;
import java.net.http.HttpResponse;
import org.junit.Rule;
import org.junit.Test;

public class RestModulesTest {
  private static final String JSON = "application/json";

  @Rule public final TestSite site = new TestSite();

  private static AddOnJar addOn() {
    return new AddOnJar()
        .imports(
            "jakarta.ws.rs",
            "jakarta.ws.rs.core",
            "jakarta.ws.rs.ext",
            "jakarta.servlet.http",
            "com.atlassian.plugins.rest.api.security.annotation",
            "com.fasterxml.jackson.annotation")
        .component("Counter", "class Counter { int n; synchronized int next() { return ++n; } }")
        .type(
            "Things",
            """
            import com.atlassian.plugins.rest.api.security.annotation.*;
            import jakarta.ws.rs.*;
            import jakarta.ws.rs.core.*;
            import java.util.*;
            @Path("things") @Produces("application/json") @LicensedOnly
            public class Things {
              public record Thing(String name, int size) {}
              private final Counter counter;
              @Context private jakarta.servlet.http.HttpServletRequest request;
              Things(Counter counter) { this.counter = counter; }
              @GET public Thing get(@QueryParam("name") String name) {
                return new Thing(name + request.getContextPath(), counter.next()); }
              @POST public Response make(Thing thing) {
                return Response.status(201).entity(thing).build(); }
              @POST @Path("empty") public Response poke() { return Response.noContent().build(); }
              @DELETE @Path("{id}") public void delete(@PathParam("id") long id) {}
              @GET @Path("open") @UnrestrictedAccess public Map<String, Object> open() {
                return Map.of("open", true); }
              @GET @Path("admin") @AdminOnly public Map<String, Object> admin() {
                return Map.of("admin", true); }
              @GET @Path("sysadmin") @SystemAdminOnly public Map<String, Object> sys() {
                return Map.of("sys", true); }
              @GET @Path("broken") public Thing broken() { throw new IllegalStateException("secret"); }
              @GET @Path("odd") public Thing odd() { throw new UnsupportedOperationException("odd"); }
            }
            """)
        .type(
            "Silent",
            """
            import jakarta.ws.rs.*;
            @Path("silent") public class Silent {
              @GET @Produces("application/json") public java.util.Map<String, Object> get() {
                return java.util.Map.of("silent", true); }
            }
            """)
        .type(
            "OddMapper",
            """
            import jakarta.ws.rs.core.Response;
            import jakarta.ws.rs.ext.*;
            @Provider public class OddMapper implements ExceptionMapper<UnsupportedOperationException> {
              public Response toResponse(UnsupportedOperationException e) {
                return Response.status(418).entity("mapped").type("text/plain").build(); }
            }
            """)
        .module("<rest key=\"r\" path=\"/x\" version=\"1.0\"><package>test</package></rest>");
  }

  private HttpResponse<String> get(String path, String user) {
    return user == null
        ? site.ask("GET", "/rest/x/1.0/" + path, null)
        : site.ask("GET", "/rest/x/1.0/" + path, null, "X-User", user);
  }

  @Test
  public void resourcesAreMadeByTheAddOnsContextAndAnswerJson() {
    site.serve(addOn());
    assertThat(get("things?name=a", "member").body()).isEqualTo("{\"name\":\"a/jira\",\"size\":1}");
    assertThat(site.ask("GET", "/rest/x/latest/things?name=b", null, "X-User", "member").body())
        .isEqualTo("{\"name\":\"b/jira\",\"size\":2}");
  }

  @Test
  public void annotationsSayWhoMayCall() {
    site.serve(addOn());
    assertThat(get("things", null).statusCode()).isEqualTo(401);
    assertThat(get("things/open", null).statusCode()).isEqualTo(200);
    assertThat(get("things/admin", null).statusCode()).isEqualTo(401);
    assertThat(get("things/admin", "member").statusCode()).isEqualTo(403);
    assertThat(get("things/admin", "admin").statusCode()).isEqualTo(200);
    assertThat(get("things/sysadmin", "member").statusCode()).isEqualTo(403);
    assertThat(get("things/sysadmin", "admin").statusCode()).isEqualTo(200);
  }

  @Test
  public void withoutAnnotationOneHasToLogIn() {
    site.serve(addOn());
    assertThat(get("silent", null).statusCode()).isEqualTo(401);
    assertThat(get("silent", "member").statusCode()).isEqualTo(200);
  }

  @Test
  public void withoutAnnotationAHarshHostRefuses() {
    site.temper(Temper.HARSH);
    site.serve(addOn());
    assertThat(get("silent", "admin").statusCode()).isEqualTo(403);
    assertThat(get("things/open", null).statusCode()).isEqualTo(200);
  }

  @Test
  public void anUnknownFieldIsNamed() {
    site.serve(addOn());
    HttpResponse<String> answer = post("{\"name\":\"a\",\"colour\":\"red\"}");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("colour").contains("errorMessages");
  }

  @Test
  public void aFieldOfAnotherTypeIsNamedAndABrokenBodyRefused() {
    site.serve(addOn());
    HttpResponse<String> answer = post("{\"name\":\"a\",\"size\":\"big\"}");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("size");
    assertThat(post("{\"name\":").statusCode()).isEqualTo(400);
  }

  private HttpResponse<String> post(String body, String... more) {
    String[] headers = new String[4 + more.length];
    headers[0] = "X-User";
    headers[1] = "member";
    headers[2] = "Content-Type";
    headers[3] = JSON;
    System.arraycopy(more, 0, headers, 4, more.length);
    return site.ask("POST", "/rest/x/1.0/things", body, headers);
  }

  @Test
  public void jsonOfTheSameSitePassesAndOfAnotherDoesNot() {
    site.serve(addOn());
    String body = "{\"name\":\"a\",\"size\":1}";
    assertThat(post(body).statusCode()).isEqualTo(201);
    assertThat(post(body, "Origin", "http://localhost").statusCode()).isEqualTo(201);
    assertThat(post(body, "Origin", "https://evil.example").statusCode()).isEqualTo(403);
    assertThat(post(body, "Origin", "null").statusCode()).isEqualTo(403);
    assertThat(post(body, "Referer", "https://evil.example/page").statusCode()).isEqualTo(403);
    assertThat(post(body, "Referer", "http://localhost/jira/x").statusCode()).isEqualTo(201);
  }

  @Test
  public void whatAFormCouldSendNeedsTheHeaderOrAToken() {
    site.serve(addOn());
    String path = "/rest/x/1.0/things/empty";
    assertThat(site.ask("POST", path, null, "X-User", "member").statusCode()).isEqualTo(403);
    assertThat(
            site.ask("POST", path, "a=b", "X-User", "member", "Content-Type", "text/plain")
                .statusCode())
        .isEqualTo(403);
    assertThat(
            site.ask("POST", path, null, "X-User", "member", "X-Atlassian-Token", "no-check")
                .statusCode())
        .isEqualTo(204);
    assertThat(site.ask("POST", path + "?atl_token=the-token", null, "X-User", "m").statusCode())
        .isEqualTo(204);
    assertThat(site.ask("POST", path + "?atl_token=wrong", null, "X-User", "m").statusCode())
        .isEqualTo(403);
    assertThat(site.ask("DELETE", "/rest/x/1.0/things/1", null, "X-User", "m").statusCode())
        .isEqualTo(403);
  }

  @Test
  public void anUnexpectedFailureHasAReferenceAndTellsNothingElse() {
    site.serve(addOn());
    HttpResponse<String> answer = get("things/broken", "member");
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).contains("reference").doesNotContain("secret");
  }

  @Test
  public void theAddOnsOwnMappersAreHonoured() {
    site.serve(addOn());
    HttpResponse<String> answer = get("things/odd", "member");
    assertThat(answer.statusCode()).isEqualTo(418);
    assertThat(answer.body()).isEqualTo("mapped");
  }

  @Test
  public void anUnknownPathIs404AndTheWadlIsOff() {
    site.serve(addOn());
    assertThat(get("nothing", "member").statusCode()).isEqualTo(404);
    assertThat(get("application.wadl", "admin").statusCode()).isEqualTo(404);
  }
}
