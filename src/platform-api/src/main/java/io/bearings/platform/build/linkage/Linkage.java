package io.bearings.platform.build.linkage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Compares calls with the types that are really there. */
final class Linkage {
  private final Types types;

  Linkage(Types types) {
    this.types = types.or(Types.ofJdk());
  }

  /** One line for each call that would fail, sorted by type; empty when all would work. */
  List<String> findings(Collection<Call> calls) {
    List<String> findings = new ArrayList<>();
    SortedSet<String> missing = new TreeSet<>();
    SortedSet<Call> sorted = new TreeSet<>(calls);
    for (Call call : sorted) {
      if (types.copiesOf(call.type()).isEmpty() && missing.add(call.type())) {
        findings.add("missing type: " + call.type());
      }
    }
    for (Call call : sorted) {
      if (!missing.contains(call.type())) {
        finding(call).ifPresent(findings::add);
      }
    }
    findings.addAll(notImplemented(sorted, missing));
    return findings;
  }

  private Optional<String> finding(Call call) {
    if (call instanceof Call.OfType type) {
      return kindFinding(type);
    }
    if (call instanceof Call.OfMethod method) {
      return memberFinding(
          "method",
          method.type() + "." + method.name() + method.descriptor(),
          method.type(),
          method.isStatic(),
          facts -> facts.method(method.name(), method.descriptor()),
          facts -> like(facts.methods(), method.name(), method.descriptor()));
    }
    if (call instanceof Call.OfField field) {
      return memberFinding(
          "field",
          field.type() + "." + field.name() + " " + field.descriptor(),
          field.type(),
          field.isStatic(),
          facts -> facts.field(field.name(), field.descriptor()),
          facts -> like(facts.fields(), field.name(), field.descriptor()));
    }
    return Optional.empty();
  }

  private Optional<String> kindFinding(Call.OfType call) {
    List<TypeFacts> copies = types.copiesOf(call.type());
    if (copies.stream().anyMatch(copy -> copy.kind() == call.kind())) {
      return Optional.empty();
    }
    return Optional.of(
        "kind changed: %s is %s here, the add-on needs %s"
            .formatted(call.type(), copies.get(0).kind().word(), call.kind().word()));
  }

  private Optional<String> memberFinding(
      String what,
      String label,
      String type,
      boolean isStatic,
      Function<TypeFacts, Optional<TypeFacts.Member>> exact,
      Function<TypeFacts, Optional<TypeFacts.Member>> similar) {
    List<TypeFacts.Member> found = inAnyCopy(type, exact);
    if (found.isEmpty()) {
      return Optional.of(
          inAnyCopy(type, similar).stream()
              .findFirst()
              .map(
                  member ->
                      (what.equals("method") ? "return type changed: " : "type changed: ")
                          + label
                          + " is "
                          + member.descriptor()
                          + " here")
              .orElse("missing " + what + ": " + label));
    }
    if (found.stream().noneMatch(member -> member.isStatic() == isStatic)) {
      return Optional.of(
          "staticness changed: %s is %s here".formatted(label, isStatic ? "not static" : "static"));
    }
    if (found.stream().noneMatch(TypeFacts.Member::isReachable)) {
      return Optional.of("not accessible: " + label + " is neither public nor protected here");
    }
    return Optional.empty();
  }

  private List<TypeFacts.Member> inAnyCopy(
      String type, Function<TypeFacts, Optional<TypeFacts.Member>> search) {
    List<TypeFacts.Member> found = new ArrayList<>();
    for (TypeFacts copy : types.copiesOf(type)) {
      types
          .firstUpwards(copy, search)
          .or(() -> copy.kind() == Kind.CLASS ? Optional.empty() : inObject(search))
          .ifPresent(found::add);
    }
    return found;
  }

  /** An interface has the methods of Object too, though nothing above it declares them. */
  private Optional<TypeFacts.Member> inObject(
      Function<TypeFacts, Optional<TypeFacts.Member>> search) {
    return types.copiesOf("java.lang.Object").stream().findFirst().flatMap(search);
  }

  private static Optional<TypeFacts.Member> like(
      List<TypeFacts.Member> members, String name, String descriptor) {
    return members.stream().filter(member -> member.isLike(name, descriptor)).findFirst();
  }

  private List<String> notImplemented(SortedSet<Call> calls, SortedSet<String> missing) {
    SortedSet<Call> implemented = new TreeSet<>();
    SortedSet<String> extended = new TreeSet<>();
    for (Call call : calls) {
      if (call instanceof Call.Implemented && !missing.contains(call.type())) {
        implemented.add(call);
        extended.add(call.type());
      }
    }
    BiFunction<String, TypeFacts, SortedSet<Call>> open =
        (type, copy) -> {
          SortedSet<Call> methods = types.abstractMethods(copy);
          methods.removeAll(implemented);
          return methods;
        };
    List<String> findings = new ArrayList<>();
    for (String type : extended) {
      List<SortedSet<Call>> perCopy =
          types.copiesOf(type).stream().map(copy -> open.apply(type, copy)).toList();
      if (perCopy.stream().noneMatch(SortedSet::isEmpty)) {
        for (Call call : perCopy.get(0)) {
          Call.Implemented method = (Call.Implemented) call;
          findings.add(
              "not implemented: %s.%s%s is abstract here"
                  .formatted(type, method.name(), method.descriptor()));
        }
      }
    }
    return findings;
  }
}
