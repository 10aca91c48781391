package io.bearings.platform.build.linkage;

import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.RecordComponentVisitor;
import org.objectweb.asm.TypePath;

/**
 * A class file without the annotations that end with the compiler. No Java machine looks for their
 * types, so they may be missing; bundled libraries have such.
 */
final class RunTimeAnnotations extends ClassVisitor {

  RunTimeAnnotations(ClassVisitor next) {
    super(Opcodes.ASM9, next);
  }

  @Override
  public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
    return visible ? super.visitAnnotation(descriptor, true) : null;
  }

  @Override
  public AnnotationVisitor visitTypeAnnotation(
      int reference, TypePath path, String descriptor, boolean visible) {
    return visible ? super.visitTypeAnnotation(reference, path, descriptor, true) : null;
  }

  @Override
  public FieldVisitor visitField(
      int access, String name, String descriptor, String signature, Object value) {
    return new FieldVisitor(
        Opcodes.ASM9, super.visitField(access, name, descriptor, signature, value)) {
      @Override
      public AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
        return visible ? super.visitAnnotation(annotation, true) : null;
      }

      @Override
      public AnnotationVisitor visitTypeAnnotation(
          int reference, TypePath path, String annotation, boolean visible) {
        return visible ? super.visitTypeAnnotation(reference, path, annotation, true) : null;
      }
    };
  }

  @Override
  public RecordComponentVisitor visitRecordComponent(
      String name, String descriptor, String signature) {
    return new RecordComponentVisitor(
        Opcodes.ASM9, super.visitRecordComponent(name, descriptor, signature)) {
      @Override
      public AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
        return visible ? super.visitAnnotation(annotation, true) : null;
      }

      @Override
      public AnnotationVisitor visitTypeAnnotation(
          int reference, TypePath path, String annotation, boolean visible) {
        return visible ? super.visitTypeAnnotation(reference, path, annotation, true) : null;
      }
    };
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String name, String descriptor, String signature, String[] exceptions) {
    return new MethodVisitor(
        Opcodes.ASM9, super.visitMethod(access, name, descriptor, signature, exceptions)) {
      @Override
      public AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
        return visible ? super.visitAnnotation(annotation, true) : null;
      }

      @Override
      public AnnotationVisitor visitParameterAnnotation(
          int parameter, String annotation, boolean visible) {
        return visible ? super.visitParameterAnnotation(parameter, annotation, true) : null;
      }

      @Override
      public AnnotationVisitor visitTypeAnnotation(
          int reference, TypePath path, String annotation, boolean visible) {
        return visible ? super.visitTypeAnnotation(reference, path, annotation, true) : null;
      }
    };
  }
}
