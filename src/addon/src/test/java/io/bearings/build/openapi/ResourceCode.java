package io.bearings.build.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** What the bytecode of a resource's method says about the request that it reads and its answer. */
final class ResourceCode {
  private static final String PACKAGE = "io/bearings/rest/";
  private static final String BODY = PACKAGE + "Body";
  private static final String ANSWERS = PACKAGE + "Answers";
  private static final String PARAMETERS = "jakarta/ws/rs/core/MultivaluedMap";
  private static final String WRITES = PACKAGE + "Writes";

  /** Methods of {@code Body} that ask about a field that another one reads. */
  private static final Set<String> NO_FIELD =
      Set.of("finish", "of", "has", "gives", "isEmptied", "ignore", "orVersion");

  private final ClassLoader classes;
  private final Map<String, ClassNode> nodes = new HashMap<>();

  ResourceCode(ClassLoader classes) {
    this.classes = classes;
  }

  /**
   * A field of a request.
   *
   * @param reader the method of {@code Body} that reads it
   * @param words the words that it may be, where it is one of some
   * @param inner the fields of the objects in it
   */
  record Field(String reader, List<String> words, Map<String, Field> inner) {}

  /**
   * An answer.
   *
   * @param method the method of {@code Answers} that gives it
   * @param type the record that is answered; absent where there is none
   */
  record Answer(String method, Optional<Class<?>> type) {}

  /** The fields that a method of a resource reads from the request, by name, in their order. */
  Map<String, Field> fields(Class<?> resource, String method, String descriptor) {
    Map<String, Field> fields = new LinkedHashMap<>();
    read(new Target(Type.getInternalName(resource), method, descriptor), fields, new HashSet<>());
    return fields;
  }

  /** The parameters that a method of a resource looks up in the address by itself. */
  Set<String> lookedUp(Class<?> resource, String method, String descriptor) {
    Set<String> names = new LinkedHashSet<>();
    lookUp(new Target(Type.getInternalName(resource), method, descriptor), names, new HashSet<>());
    return names;
  }

  private void lookUp(Target target, Set<String> names, Set<Target> seen) {
    if (!seen.add(target) || !target.ofResources()) {
      return;
    }
    String lastText = "";
    for (AbstractInsnNode each : code(target).instructions) {
      if (each instanceof LdcInsnNode constant && constant.cst instanceof String text) {
        lastText = text;
      } else if (each instanceof MethodInsnNode call && call.owner.equals(PARAMETERS)) {
        names.add(lastText);
      } else if (each instanceof MethodInsnNode call) {
        lookUp(Target.of(call), names, seen);
      } else {
        handle(each).ifPresent(lambda -> lookUp(Target.of(lambda), names, seen));
      }
    }
  }

  /** What a method of a resource answers when all is well. */
  Answer answer(Class<?> resource, String method, String descriptor) {
    return answer(new Target(Type.getInternalName(resource), method, descriptor))
        .orElseThrow(
            () ->
                new IllegalStateException(
                    resource.getSimpleName() + "." + method + " answers in no way that is known"));
  }

  private Optional<Answer> answer(Target target) {
    Optional<Handle> given = Optional.empty();
    for (AbstractInsnNode each : code(target).instructions) {
      Optional<Handle> handle = handle(each);
      if (handle.isPresent() && given.isEmpty()) {
        given = handle;
      }
      if (each instanceof MethodInsnNode call && isAnswer(call)) {
        return Optional.of(new Answer(call.name, given.flatMap(this::returned)));
      }
      if (each instanceof MethodInsnNode call
          && call.owner.equals(target.owner())
          && call.desc.endsWith(")Ljakarta/ws/rs/core/Response;")) {
        return answer(Target.of(call));
      }
    }
    return Optional.empty();
  }

  private static boolean isAnswer(MethodInsnNode call) {
    return call.owner.equals(ANSWERS) || call.owner.equals(WRITES);
  }

  private record Target(String owner, String name, String descriptor) {
    static Target of(Handle handle) {
      return new Target(handle.getOwner(), handle.getName(), handle.getDesc());
    }

    static Target of(MethodInsnNode call) {
      return new Target(call.owner, call.name, call.desc);
    }

    boolean takesBody() {
      for (Type argument : Type.getArgumentTypes(descriptor)) {
        if (argument.getInternalName().equals(BODY)) {
          return true;
        }
      }
      return owner.equals(BODY);
    }

    boolean ofResources() {
      return owner.startsWith(PACKAGE)
          && !owner.equals(ANSWERS)
          && !owner.equals(WRITES)
          && !owner.endsWith("View")
          && !owner.endsWith("Parameters");
    }
  }

  /** Follows the code through lambdas and methods of the package, noting what is read of a body. */
  private void read(Target target, Map<String, Field> fields, Set<Target> seen) {
    if (!seen.add(target) || !target.ofResources()) {
      return;
    }
    Optional<Map<String, Field>> inner = Optional.empty();
    String lastText = "";
    List<String> lastWords = List.of();
    for (AbstractInsnNode each : code(target).instructions) {
      if (each instanceof LdcInsnNode constant && constant.cst instanceof String text) {
        lastText = text;
      } else if (each instanceof LdcInsnNode constant && constant.cst instanceof Type type) {
        lastWords = words(type);
      } else if (each instanceof MethodInsnNode call && call.owner.equals(BODY)) {
        inner = field(call, lastText, lastWords, fields);
        lastWords = List.of();
      } else if (each instanceof MethodInsnNode call) {
        read(Target.of(call), fields, seen);
      } else if (handle(each).isPresent()) {
        Target lambda = Target.of(handle(each).get());
        boolean readsInner = inner.isPresent() && lambda.takesBody();
        read(lambda, readsInner ? inner.get() : fields, readsInner ? new HashSet<>() : seen);
      }
    }
  }

  /** Notes a field; returns where the fields of the objects in it belong. */
  private static Optional<Map<String, Field>> field(
      MethodInsnNode call, String name, List<String> words, Map<String, Field> fields) {
    if (NO_FIELD.contains(call.name)) {
      return Optional.empty();
    }
    boolean named = call.desc.startsWith("(Ljava/lang/String;");
    Map<String, Field> inner = new LinkedHashMap<>();
    Field field = new Field(call.name, words, inner);
    Field known = fields.putIfAbsent(named ? name : call.name, field);
    boolean holdsObjects = call.name.equals("objects") || call.name.equals("optionalObject");
    return holdsObjects ? Optional.of(known == null ? inner : known.inner()) : Optional.empty();
  }

  private List<String> words(Type type) {
    List<String> words = new ArrayList<>();
    Class<?> loaded = load(type.getInternalName());
    if (loaded.isEnum()) {
      for (Object constant : loaded.getEnumConstants()) {
        words.add(((Enum<?>) constant).name());
      }
    }
    return words;
  }

  /** The record that a lambda returns. */
  private Optional<Class<?>> returned(Handle handle) {
    Type declared = Type.getReturnType(handle.getDesc());
    if (isRecord(declared)) {
      return Optional.of(load(declared.getInternalName()));
    }
    if (!handle.getOwner().startsWith(PACKAGE)) {
      return Optional.empty();
    }
    Optional<Class<?>> last = Optional.empty();
    Optional<Class<?>> returned = Optional.empty();
    for (AbstractInsnNode each : code(Target.of(handle)).instructions) {
      if (each instanceof MethodInsnNode call) {
        Type type =
            call.name.equals("<init>")
                ? Type.getObjectType(call.owner)
                : Type.getReturnType(call.desc);
        last = isRecord(type) ? Optional.of(load(type.getInternalName())) : last;
      } else if (each.getOpcode() == Opcodes.ARETURN && returned.isEmpty()) {
        returned = last;
      }
    }
    return returned;
  }

  private boolean isRecord(Type type) {
    return type.getSort() == Type.OBJECT
        && type.getInternalName().startsWith(PACKAGE)
        && load(type.getInternalName()).isRecord();
  }

  private static Optional<Handle> handle(AbstractInsnNode instruction) {
    return instruction instanceof InvokeDynamicInsnNode lambda
            && lambda.bsmArgs.length > 1
            && lambda.bsmArgs[1] instanceof Handle handle
        ? Optional.of(handle)
        : Optional.empty();
  }

  private MethodNode code(Target target) {
    return node(target.owner()).methods.stream()
        .filter(m -> m.name.equals(target.name()) && m.desc.equals(target.descriptor()))
        .findFirst()
        .orElseGet(() -> new MethodNode(Opcodes.ASM9));
  }

  private ClassNode node(String name) {
    return nodes.computeIfAbsent(
        name,
        absent -> {
          try (InputStream bytes = classes.getResourceAsStream(name + ".class")) {
            ClassNode node = new ClassNode();
            new ClassReader(bytes).accept(node, ClassReader.SKIP_DEBUG);
            return node;
          } catch (IOException e) {
            throw new UncheckedIOException(name, e);
          }
        });
  }

  private Class<?> load(String internalName) {
    try {
      return Class.forName(internalName.replace('/', '.'), false, classes);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(internalName, e);
    }
  }
}
