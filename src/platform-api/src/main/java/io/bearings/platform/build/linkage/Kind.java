package io.bearings.platform.build.linkage;

import java.util.Locale;
import org.objectweb.asm.Opcodes;

/** What a type is; calls are linked differently to classes and to interfaces. */
public enum Kind {
  CLASS,
  INTERFACE,
  ANNOTATION,
  ENUM;

  static Kind of(int access) {
    if ((access & Opcodes.ACC_ANNOTATION) != 0) {
      return ANNOTATION;
    }
    if ((access & Opcodes.ACC_INTERFACE) != 0) {
      return INTERFACE;
    }
    return (access & Opcodes.ACC_ENUM) != 0 ? ENUM : CLASS;
  }

  /** The word in the list of calls. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
