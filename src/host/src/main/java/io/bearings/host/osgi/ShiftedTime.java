package io.bearings.host.osgi;

import java.time.Duration;
import java.util.Objects;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.osgi.framework.hooks.weaving.WeavingHook;
import org.osgi.framework.hooks.weaving.WovenClass;

/**
 * Lets an add-on live at another time without its knowledge: where one of its classes asks the JDK
 * for the system's clock in UTC, it gets that clock moved by a duration. Its jar stays as it is.
 */
final class ShiftedTime implements WeavingHook {
  private static final String CLOCK = "java/time/Clock";
  private static final String DURATION = "java/time/Duration";

  private final Duration by;

  /**
   * @param by what is added to the true time; may be negative
   */
  ShiftedTime(Duration by) {
    this.by = Objects.requireNonNull(by);
  }

  @Override
  public void weave(WovenClass woven) {
    woven.setBytes(shifted(woven.getBytes()));
  }

  /** The class with each question for the system's clock answered by the moved one. */
  byte[] shifted(byte[] original) {
    ClassReader reader = new ClassReader(original);
    ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
    reader.accept(new Methods(writer), 0);
    return writer.toByteArray();
  }

  private final class Methods extends ClassVisitor {
    Methods(ClassVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      return new Calls(super.visitMethod(access, name, descriptor, signature, exceptions));
    }
  }

  private final class Calls extends MethodVisitor {
    Calls(MethodVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean isInterface) {
      super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
      if (owner.equals(CLOCK) && name.equals("systemUTC")) {
        super.visitLdcInsn(by.toMillis());
        super.visitMethodInsn(
            Opcodes.INVOKESTATIC, DURATION, "ofMillis", "(J)L" + DURATION + ";", false);
        super.visitMethodInsn(
            Opcodes.INVOKESTATIC,
            CLOCK,
            "offset",
            "(L" + CLOCK + ";L" + DURATION + ";)L" + CLOCK + ";",
            false);
      }
    }
  }
}
