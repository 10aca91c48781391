package io.bearings.platform.build.linkage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds what the classes and descriptors of an add-on name outside themselves and the JDK: types,
 * called methods and read fields, overridden methods, and the abstract methods that they implement.
 */
public final class CallCollector {
  private final Types platform;
  private final Types jdk = Types.ofJdk();
  private final Map<String, TypeFacts> own = new TreeMap<>();
  private final SortedSet<Call> calls = new TreeSet<>();

  private CallCollector(ClassLoader platform) {
    this.platform = Types.of(platform);
  }

  /**
   * Collects the calls of an add-on.
   *
   * @param classes the folder with its classes; {@code atlassian-plugin.xml} and {@code
   *     META-INF/spring/*.xml} in it are read too
   * @param platform sees everything that the classes were compiled against
   * @throws IllegalStateException naming the type when one is named that the platform lacks
   */
  public static SortedSet<Call> collect(Path classes, ClassLoader platform) throws IOException {
    return new CallCollector(platform).collect(classes);
  }

  private SortedSet<Call> collect(Path classes) throws IOException {
    try (Stream<Path> files = Files.walk(classes)) {
      List<Path> all = files.sorted().toList();
      for (Path file : all) {
        if (file.toString().endsWith(".class")) {
          TypeFacts facts = TypeFacts.read(Files.readAllBytes(file));
          own.put(facts.name(), facts);
        }
      }
      for (Path file : all) {
        if (file.toString().endsWith(".class")) {
          References.read(Files.readAllBytes(file), this);
        } else if (isDescriptor(classes.relativize(file))) {
          DescriptorNames.read(file).forEach(name -> type(name, file.getFileName().toString()));
        }
      }
    }
    own.values().forEach(this::supertypesOf);
    return calls;
  }

  private static boolean isDescriptor(Path file) {
    return file.toString().equals("atlassian-plugin.xml")
        || file.startsWith(Path.of("META-INF", "spring")) && file.toString().endsWith(".xml");
  }

  /** Notes a type that {@code namedIn} names. */
  void type(String name, String namedIn) {
    if (isForeign(name)) {
      calls.add(new Call.OfType(foreign(name, namedIn).kind(), name));
    }
  }

  void method(String type, String name, String descriptor, boolean isStatic, String namedIn) {
    ownerOf(type, namedIn, facts -> facts.method(name, descriptor).isPresent())
        .ifPresent(owner -> calls.add(new Call.OfMethod(owner, name, descriptor, isStatic)));
  }

  void field(String type, String name, String descriptor, boolean isStatic, String namedIn) {
    ownerOf(type, namedIn, facts -> facts.field(name, descriptor).isPresent())
        .ifPresent(owner -> calls.add(new Call.OfField(owner, name, descriptor, isStatic)));
  }

  /** The foreign type above a foreign one that declares the method; the type itself otherwise. */
  String declaringType(String type, String method, String descriptor) {
    if (!isForeign(type)) {
      return type;
    }
    return everything()
        .firstUpwards(
            foreign(type, type),
            facts -> facts.method(method, descriptor).map(found -> facts.name()))
        .filter(this::isForeign)
        .orElse(type);
  }

  /** Notes a value that an annotation is given: at run time it is a method of the annotation. */
  void annotationValue(String annotation, String element, String namedIn) {
    if (isForeign(annotation)) {
      foreign(annotation, namedIn).methods().stream()
          .filter(method -> method.name().equals(element))
          .forEach(
              method ->
                  calls.add(new Call.OfMethod(annotation, element, method.descriptor(), false)));
    }
  }

  /** Notes that a lambda or a class stands where the type is expected. */
  void implementation(String name, String namedIn) {
    if (isForeign(name)) {
      TypeFacts facts = foreign(name, namedIn);
      calls.add(new Call.OfType(facts.kind(), name));
      calls.addAll(everything().abstractMethods(facts));
    }
  }

  private void supertypesOf(TypeFacts type) {
    for (String above : foreignAbove(type)) {
      if (!type.isAbstract()) {
        implementation(above, type.name());
      }
      type.methods().forEach(method -> overridden(method, foreign(above, type.name())));
    }
  }

  /** Whoever overrides a method relies on its being called. */
  private void overridden(TypeFacts.Member method, TypeFacts above) {
    if (method.isStatic() || method.name().startsWith("<")) {
      return;
    }
    everything()
        .firstUpwards(above, facts -> facts.method(method.name(), method.descriptor()))
        .filter(found -> found.isReachable() && !found.isAbstract())
        .filter(found -> !isOfObject(method))
        .ifPresent(
            found ->
                calls.add(
                    new Call.OfMethod(above.name(), method.name(), method.descriptor(), false)));
  }

  private boolean isOfObject(TypeFacts.Member method) {
    return jdk.copiesOf("java.lang.Object").stream()
        .anyMatch(object -> object.method(method.name(), method.descriptor()).isPresent());
  }

  /** The first foreign types on the way up from a type of our own. */
  private List<String> foreignAbove(TypeFacts type) {
    List<String> found = new ArrayList<>();
    for (String name : type.supertypes()) {
      if (own.containsKey(name)) {
        found.addAll(foreignAbove(own.get(name)));
      } else if (isForeign(name)) {
        found.add(name);
      }
    }
    return found;
  }

  /**
   * The foreign type whose member is meant: the one that is named, or the first above a type of our
   * own. Members of our own and of the JDK are nobody's.
   */
  private Optional<String> ownerOf(String type, String namedIn, Predicate<TypeFacts> declares) {
    if (isForeign(type)) {
      type(type, namedIn);
      return Optional.of(type);
    }
    TypeFacts facts = own.get(type);
    if (facts == null || declares.test(facts)) {
      return Optional.empty();
    }
    for (String name : facts.supertypes()) {
      Optional<String> owner =
          isForeign(name) ? declaredAt(name, declares) : ownerOf(name, namedIn, declares);
      if (owner.isPresent()) {
        return owner;
      }
    }
    return Optional.empty();
  }

  private Optional<String> declaredAt(String foreignType, Predicate<TypeFacts> declares) {
    return everything()
        .firstUpwards(
            foreign(foreignType, foreignType),
            facts ->
                declares.test(facts) && !facts.name().equals("java.lang.Object")
                    ? Optional.of(foreignType)
                    : Optional.empty());
  }

  private Types everything() {
    return platform.or(jdk);
  }

  private boolean isForeign(String name) {
    return !own.containsKey(name) && jdk.copiesOf(name).isEmpty();
  }

  private TypeFacts foreign(String name, String namedIn) {
    return platform.copiesOf(name).stream()
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    name + ", named in " + namedIn + ", is not on the class path"));
  }
}
