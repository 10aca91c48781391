package io.bearings.platform.build.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.tools.Diagnostic.Kind;
import javax.tools.StandardLocation;

/**
 * Writes {@code META-INF/plugin-components/component}, {@code imports} and {@code exports}, the
 * index from which Atlassian's Spring Scanner builds the add-on's context, and breaks the build on
 * what the scanner would get wrong silently.
 *
 * <p>It must be given to the compiler as processor path: from the class path it does not run on new
 * JDKs, and the add-on then starts with no beans.
 */
public final class ScannerIndexProcessor extends AbstractProcessor {
  private static final String FOLDER = "META-INF/plugin-components/";
  private static final Set<String> COMPONENTS =
      Set.of("org.springframework.stereotype.Component", "jakarta.inject.Named");
  private static final Set<String> INJECT =
      Set.of("jakarta.inject.Inject", "org.springframework.beans.factory.annotation.Autowired");
  private static final String IMPORT =
      "com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport";
  private static final String EXPORT =
      "com.atlassian.plugin.spring.scanner.annotation.export.ExportAsService";

  private final ScannerIndex index = new ScannerIndex();
  private final List<TypeElement> exporters = new ArrayList<>();
  private boolean refused;

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of("*");
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    for (TypeElement annotation : annotations) {
      String name = annotation.getQualifiedName().toString();
      for (Element element : round.getElementsAnnotatedWith(annotation)) {
        if (COMPONENTS.contains(name) && element instanceof TypeElement type) {
          addComponent(type, annotation);
        } else if (IMPORT.equals(name)) {
          addImport(element, annotation);
        } else if (EXPORT.equals(name) && element instanceof TypeElement type) {
          addExport(type, annotation);
        }
      }
    }
    if (round.processingOver()) {
      exporters.forEach(this::refuseExportOfNoBean);
      if (!refused && !round.errorRaised()) {
        index.files().forEach(this::write);
      }
    }
    return false;
  }

  private void addComponent(TypeElement type, TypeElement annotation) {
    String name = binaryName(type);
    if (type.getKind() != ElementKind.CLASS || type.getModifiers().contains(Modifier.ABSTRACT)) {
      refuse(name + " is a bean, so it must be a class that is not abstract.", type);
      return;
    }
    if (type.getNestingKind().isNested() && !type.getModifiers().contains(Modifier.STATIC)) {
      refuse(name + " is a bean, so it must be static or a class of its own.", type);
      return;
    }
    refuseUnclearConstructor(type);
    try {
      index.component(name, stringValue(type, annotation));
    } catch (ScannerIndex.Clash clash) {
      refuse(clash.getMessage(), type);
    }
  }

  private void refuseUnclearConstructor(TypeElement type) {
    List<ExecutableElement> constructors = ElementFilter.constructorsIn(type.getEnclosedElements());
    long injected = constructors.stream().filter(this::isInjected).count();
    if (constructors.size() > 1 && injected != 1) {
      refuse(
          "%s is a bean with %d constructors; exactly one of them must carry @Inject: %s"
              .formatted(binaryName(type), constructors.size(), constructors),
          type);
    }
  }

  private boolean isInjected(ExecutableElement constructor) {
    return constructor.getAnnotationMirrors().stream()
        .anyMatch(mirror -> INJECT.contains(nameOf(mirror)));
  }

  private void addImport(Element element, TypeElement annotation) {
    TypeMirror type = element.asType();
    if (type.getKind() != TypeKind.DECLARED
        || !((DeclaredType) type).asElement().getKind().isInterface()) {
      refuse(
          "%s in %s is imported, but only an interface can be."
              .formatted(type, element.getEnclosingElement()),
          element);
      return;
    }
    try {
      index.imported(
          binaryName((TypeElement) ((DeclaredType) type).asElement()),
          stringValue(element, annotation));
    } catch (ScannerIndex.Clash clash) {
      refuse(clash.getMessage(), element);
    }
  }

  private void addExport(TypeElement type, TypeElement annotation) {
    List<String> interfaces = new ArrayList<>();
    for (TypeMirror exported : classValues(type, annotation)) {
      TypeElement element = (TypeElement) ((DeclaredType) exported).asElement();
      interfaces.add(binaryName(element));
      if (!processingEnv.getTypeUtils().isAssignable(erased(type.asType()), erased(exported))) {
        refuse(
            "%s is exported as %s, which it does not implement."
                .formatted(binaryName(type), binaryName(element)),
            type);
      }
    }
    exporters.add(type);
    try {
      index.exported(binaryName(type), interfaces);
    } catch (ScannerIndex.Clash clash) {
      refuse(clash.getMessage(), type);
    }
  }

  private void refuseExportOfNoBean(TypeElement type) {
    if (!index.isComponent(binaryName(type))) {
      refuse(binaryName(type) + " is exported, but it is no bean: @Component is missing.", type);
    }
  }

  private TypeMirror erased(TypeMirror type) {
    return processingEnv.getTypeUtils().erasure(type);
  }

  private String stringValue(Element element, TypeElement annotation) {
    return value(element, annotation)
        .map(AnnotationValue::getValue)
        .map(Object::toString)
        .orElse("");
  }

  private List<TypeMirror> classValues(Element element, TypeElement annotation) {
    List<TypeMirror> types = new ArrayList<>();
    value(element, annotation)
        .ifPresent(
            array -> {
              for (Object item : (List<?>) array.getValue()) {
                types.add((TypeMirror) ((AnnotationValue) item).getValue());
              }
            });
    return types;
  }

  private static Optional<AnnotationValue> value(Element element, TypeElement annotation) {
    return element.getAnnotationMirrors().stream()
        .filter(mirror -> mirror.getAnnotationType().asElement().equals(annotation))
        .flatMap(mirror -> mirror.getElementValues().entrySet().stream())
        .filter(entry -> entry.getKey().getSimpleName().contentEquals("value"))
        .<AnnotationValue>map(java.util.Map.Entry::getValue)
        .findFirst();
  }

  private static String nameOf(AnnotationMirror mirror) {
    return ((TypeElement) mirror.getAnnotationType().asElement()).getQualifiedName().toString();
  }

  private String binaryName(TypeElement type) {
    return processingEnv.getElementUtils().getBinaryName(type).toString();
  }

  private void refuse(String message, Element where) {
    refused = true;
    processingEnv.getMessager().printMessage(Kind.ERROR, message, where);
  }

  private void write(String file, SortedSet<String> lines) {
    try (Writer writer =
        processingEnv
            .getFiler()
            .createResource(StandardLocation.CLASS_OUTPUT, "", FOLDER + file)
            .openWriter()) {
      writer.write(String.join("\n", lines) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + FOLDER + file, e);
    }
  }
}
