package io.bearings.platform.build.linkage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * What a class file says about its type; names are binary names with dots.
 *
 * @param supertypes the superclass, if any, then the interfaces
 */
record TypeFacts(
    String name, int access, List<String> supertypes, List<Member> methods, List<Member> fields) {

  /** A method or field as declared. */
  record Member(String name, String descriptor, int access) {
    boolean isStatic() {
      return (access & Opcodes.ACC_STATIC) != 0;
    }

    boolean isAbstract() {
      return (access & Opcodes.ACC_ABSTRACT) != 0;
    }

    /** Whether another bundle may use it, at least from a subclass. */
    boolean isReachable() {
      return (access & (Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED)) != 0;
    }

    boolean is(String otherName, String otherDescriptor) {
      return name.equals(otherName) && descriptor.equals(otherDescriptor);
    }

    /** Whether only the type of the result (or of the field) differs, or nothing. */
    boolean isLike(String otherName, String otherDescriptor) {
      return name.equals(otherName) && arguments(descriptor).equals(arguments(otherDescriptor));
    }

    private static String arguments(String descriptor) {
      return descriptor.substring(0, descriptor.indexOf(')') + 1);
    }
  }

  Kind kind() {
    return Kind.of(access);
  }

  boolean isAbstract() {
    return (access & Opcodes.ACC_ABSTRACT) != 0;
  }

  Optional<Member> method(String methodName, String descriptor) {
    return methods.stream().filter(method -> method.is(methodName, descriptor)).findFirst();
  }

  Optional<Member> field(String fieldName, String descriptor) {
    return fields.stream().filter(field -> field.is(fieldName, descriptor)).findFirst();
  }

  static TypeFacts read(byte[] classFile) {
    Reader reader = new Reader();
    new ClassReader(classFile)
        .accept(reader, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return reader.facts;
  }

  static String dotted(String internalName) {
    return internalName.replace('/', '.');
  }

  private static final class Reader extends ClassVisitor {
    private final List<Member> methods = new ArrayList<>();
    private final List<Member> fields = new ArrayList<>();
    private TypeFacts facts;

    Reader() {
      super(Opcodes.ASM9);
    }

    @Override
    public void visit(
        int version,
        int access,
        String name,
        String signature,
        String superName,
        String[] interfaces) {
      List<String> supertypes = new ArrayList<>();
      if (superName != null) {
        supertypes.add(dotted(superName));
      }
      for (String type : interfaces) {
        supertypes.add(dotted(type));
      }
      facts = new TypeFacts(dotted(name), access, List.copyOf(supertypes), methods, fields);
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      methods.add(new Member(name, descriptor, access));
      return null;
    }

    @Override
    public FieldVisitor visitField(
        int access, String name, String descriptor, String signature, Object value) {
      fields.add(new Member(name, Type.getType(descriptor).getDescriptor(), access));
      return null;
    }
  }
}
