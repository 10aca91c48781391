package io.bearings.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.Test;

/**
 * Every resource is reached. JAX-RS first chooses among the addresses of classes, the one with the
 * most letters, and does not come back when that class knows no such method.
 */
public class RoutesTest {
  private static final String ID = "7";

  /** An address that a class answers. */
  private record Route(Class<?> resource, String address) {}

  @Test
  public void noResourceStandsInFrontOfAnother() {
    List<Class<?>> resources = resources();
    List<Route> routes = resources.stream().flatMap(RoutesTest::routes).toList();
    assertThat(routes).hasSizeGreaterThan(100);
    for (Route route : routes) {
      String chosen =
          resources.stream()
              .map(RoutesTest::address)
              .filter(
                  each -> route.address().matches(each.replaceAll("\\{\\w+}", "[^/]+") + "(/.*)?"))
              .max(Comparator.comparing((String each) -> each.replaceAll("\\{\\w+}", "").length()))
              .orElseThrow();
      assertThat(chosen).as(route.address()).isEqualTo(address(route.resource()));
    }
  }

  private static List<Class<?>> resources() {
    return new ClassFileImporter()
        .importPackagesOf(KpisResource.class).stream()
            .filter(each -> each.isAnnotatedWith(Path.class))
            .<Class<?>>map(JavaClass::reflect)
            .toList();
  }

  private static String address(Class<?> resource) {
    return resource.getAnnotation(Path.class).value();
  }

  private static Stream<Route> routes(Class<?> resource) {
    return Arrays.stream(resource.getMethods())
        .filter(RoutesTest::answers)
        .map(method -> new Route(resource, address(resource, method)));
  }

  private static boolean answers(Method method) {
    return Arrays.stream(method.getAnnotations())
        .anyMatch(each -> each.annotationType().isAnnotationPresent(HttpMethod.class));
  }

  private static String address(Class<?> resource, Method method) {
    Path own = method.getAnnotation(Path.class);
    String whole = address(resource) + (own == null ? "" : "/" + own.value());
    return whole.replaceAll("\\{\\w+}", ID);
  }
}
