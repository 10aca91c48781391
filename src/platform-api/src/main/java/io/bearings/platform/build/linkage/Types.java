package io.bearings.platform.build.linkage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/** Types by binary name, from wherever class files are. */
@FunctionalInterface
interface Types {
  /** Every copy of the type; empty when there is none. */
  List<TypeFacts> copiesOf(String name);

  /** The types that a class loader sees, found as files: nothing is loaded. */
  static Types of(ClassLoader loader) {
    return name -> {
      try (InputStream file = loader.getResourceAsStream(name.replace('.', '/') + ".class")) {
        return file == null ? List.of() : List.of(TypeFacts.read(file.readAllBytes()));
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot read the class file of " + name, e);
      }
    };
  }

  /** The types of the JDK that runs this. */
  static Types ofJdk() {
    return of(ClassLoader.getPlatformClassLoader());
  }

  /** These types, and where there is none of a name, the others. */
  default Types or(Types others) {
    return name -> {
      List<TypeFacts> mine = copiesOf(name);
      return mine.isEmpty() ? others.copiesOf(name) : mine;
    };
  }

  /** The first of something in the type itself or in the types above it, superclass first. */
  default <T> Optional<T> firstUpwards(TypeFacts type, Function<TypeFacts, Optional<T>> search) {
    Optional<T> here = search.apply(type);
    if (here.isPresent()) {
      return here;
    }
    for (TypeFacts above : directlyAbove(type)) {
      Optional<T> found = firstUpwards(above, search);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** The abstract methods that a class must have which extends or implements the type. */
  default SortedSet<Call> abstractMethods(TypeFacts type) {
    SortedSet<Call> open = new TreeSet<>();
    List<TypeFacts> all = new ArrayList<>();
    addWithAllAbove(type, all);
    for (TypeFacts declaring : all) {
      for (TypeFacts.Member method : declaring.methods()) {
        if (method.isAbstract() && !hasBody(all, method)) {
          open.add(new Call.Implemented(type.name(), method.name(), method.descriptor()));
        }
      }
    }
    return open;
  }

  private static boolean hasBody(List<TypeFacts> types, TypeFacts.Member method) {
    return types.stream()
        .flatMap(type -> type.method(method.name(), method.descriptor()).stream())
        .anyMatch(found -> !found.isAbstract());
  }

  private void addWithAllAbove(TypeFacts type, List<TypeFacts> all) {
    all.add(type);
    directlyAbove(type).forEach(above -> addWithAllAbove(above, all));
  }

  private List<TypeFacts> directlyAbove(TypeFacts type) {
    return type.supertypes().stream().flatMap(name -> copiesOf(name).stream()).toList();
  }
}
