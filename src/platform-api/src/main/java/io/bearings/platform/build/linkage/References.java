package io.bearings.platform.build.linkage;

import static io.bearings.platform.build.linkage.TypeFacts.dotted;

import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.RecordComponentVisitor;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;

/** Reads what one class file names. */
final class References extends ClassVisitor {
  private static final String LAMBDAS = "java/lang/invoke/LambdaMetafactory";

  private final CallCollector collector;
  private String className;

  private References(CallCollector collector) {
    super(Opcodes.ASM9);
    this.collector = collector;
  }

  /** Tells the collector everything that the class file names. */
  static void read(byte[] classFile, CallCollector collector) {
    ClassReader reader = new ClassReader(classFile);
    String name = dotted(reader.getClassName());
    // The remapper meets every type name wherever it stands: descriptors, signatures, annotations.
    Remapper types =
        new Remapper() {
          @Override
          public String map(String internalName) {
            collector.type(dotted(internalName), name);
            return internalName;
          }
        };
    ClassVisitor references = new ClassRemapper(new References(collector), types);
    reader.accept(new RunTimeAnnotations(references), ClassReader.SKIP_FRAMES);
  }

  @Override
  public void visit(
      int version,
      int access,
      String name,
      String signature,
      String superName,
      String[] interfaces) {
    className = dotted(name);
  }

  @Override
  public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
    return new AnnotationValues(descriptor);
  }

  @Override
  public FieldVisitor visitField(
      int access, String name, String descriptor, String signature, Object value) {
    return new FieldVisitor(Opcodes.ASM9) {
      @Override
      public AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
        return new AnnotationValues(annotation);
      }
    };
  }

  @Override
  public RecordComponentVisitor visitRecordComponent(
      String name, String descriptor, String signature) {
    return new RecordComponentVisitor(Opcodes.ASM9) {
      @Override
      public AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
        return new AnnotationValues(annotation);
      }
    };
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String name, String descriptor, String signature, String[] exceptions) {
    return new Body();
  }

  private void method(String owner, String name, String descriptor, boolean isStatic) {
    if (!owner.startsWith("[")) {
      collector.method(dotted(owner), name, descriptor, isStatic, className);
    }
  }

  private void field(String owner, String name, String descriptor, boolean isStatic) {
    collector.field(dotted(owner), name, descriptor, isStatic, className);
  }

  private void constant(Object value) {
    if (value instanceof Handle handle) {
      handle(handle);
    } else if (value instanceof ConstantDynamic dynamic) {
      handle(dynamic.getBootstrapMethod());
      for (int i = 0; i < dynamic.getBootstrapMethodArgumentCount(); i++) {
        constant(dynamic.getBootstrapMethodArgument(i));
      }
    }
  }

  /** Compilers differ in the type that they name in a method reference, so it is made one. */
  private void handle(Handle handle) {
    boolean isField = handle.getTag() <= Opcodes.H_PUTSTATIC;
    boolean isStatic =
        switch (handle.getTag()) {
          case Opcodes.H_GETSTATIC, Opcodes.H_PUTSTATIC, Opcodes.H_INVOKESTATIC -> true;
          default -> false;
        };
    String owner =
        collector.declaringType(dotted(handle.getOwner()), handle.getName(), handle.getDesc());
    if (isField) {
      collector.field(owner, handle.getName(), handle.getDesc(), isStatic, className);
    } else {
      collector.method(owner, handle.getName(), handle.getDesc(), isStatic, className);
    }
  }

  private final class Body extends MethodVisitor {
    Body() {
      super(Opcodes.ASM9);
    }

    @Override
    public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
      return new AnnotationValues(descriptor);
    }

    @Override
    public AnnotationVisitor visitParameterAnnotation(
        int parameter, String descriptor, boolean visible) {
      return new AnnotationValues(descriptor);
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean isInterface) {
      method(owner, name, descriptor, opcode == Opcodes.INVOKESTATIC);
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
      field(owner, name, descriptor, opcode == Opcodes.GETSTATIC || opcode == Opcodes.PUTSTATIC);
    }

    @Override
    public void visitLdcInsn(Object value) {
      constant(value);
    }

    @Override
    public void visitInvokeDynamicInsn(
        String name, String descriptor, Handle bootstrap, Object... arguments) {
      handle(bootstrap);
      for (Object argument : arguments) {
        constant(argument);
      }
      if (bootstrap.getOwner().equals(LAMBDAS)) {
        collector.implementation(Type.getReturnType(descriptor).getClassName(), className);
      }
    }
  }

  private final class AnnotationValues extends AnnotationVisitor {
    private final String annotation;

    AnnotationValues(String descriptor) {
      super(Opcodes.ASM9);
      this.annotation = Type.getType(descriptor).getClassName();
    }

    @Override
    public void visit(String name, Object value) {
      element(name);
    }

    @Override
    public void visitEnum(String name, String descriptor, String value) {
      element(name);
      collector.field(Type.getType(descriptor).getClassName(), value, descriptor, true, className);
    }

    @Override
    public AnnotationVisitor visitAnnotation(String name, String descriptor) {
      element(name);
      return new AnnotationValues(descriptor);
    }

    @Override
    public AnnotationVisitor visitArray(String name) {
      element(name);
      // The items of an array have no names of their own.
      return this;
    }

    private void element(String name) {
      if (name != null) {
        collector.annotationValue(annotation, name, className);
      }
    }
  }
}
