package com.atlassian.plugin.spring.scanner.annotation.export;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The component is offered to other bundles.
 *
 * <p>Source and confidence: SP, BA, GR; H.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Documented
public @interface ExportAsService {
  /** The interfaces under which it is offered; empty for all that it implements. */
  Class<?>[] value() default {};
}
