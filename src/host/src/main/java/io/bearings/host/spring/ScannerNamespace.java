package io.bearings.host.spring;

import com.atlassian.plugin.spring.scanner.annotation.export.ExportAsService;
import io.bearings.host.osgi.AddOnBundle;
import io.bearings.host.runtime.AddOnFailure;
import java.util.List;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.springframework.beans.factory.annotation.AnnotatedGenericBeanDefinition;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanDefinitionHolder;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.beans.factory.xml.NamespaceHandler;
import org.springframework.beans.factory.xml.ParserContext;
import org.springframework.context.annotation.AnnotationConfigUtils;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The {@code <atlassian-scanner:scan-indexes/>} of a plugin's Spring file. */
final class ScannerNamespace implements NamespaceHandler {
  static final String URI = "http://www.atlassian.com/schema/atlassian-scanner/2";

  private final AddOnBundle bundle;
  private boolean scanned;

  ScannerNamespace(AddOnBundle bundle) {
    this.bundle = bundle;
  }

  /** Whether the file asked for the index. */
  boolean scanned() {
    return scanned;
  }

  @Override
  public void init() {}

  @Override
  public BeanDefinition parse(Element element, ParserContext context) {
    if (!element.getLocalName().equals("scan-indexes")) {
      throw new AddOnFailure(
          "META-INF/spring has the unknown element atlassian-scanner:" + element.getLocalName());
    }
    scanned = true;
    ScannerIndex index = ScannerIndex.of(bundle);
    BeanDefinitionRegistry registry = context.getRegistry();
    AnnotationConfigUtils.registerAnnotationConfigProcessors(registry);
    index.components().forEach((name, type) -> component(registry, name, type));
    index.imports().forEach((name, type) -> serviceImport(registry, name, type));
    refuseOwnImports(index);
    return null;
  }

  private void component(BeanDefinitionRegistry registry, String name, String type) {
    Class<?> loaded = bundle.load(type, "META-INF/plugin-components/component");
    AnnotatedGenericBeanDefinition definition = new AnnotatedGenericBeanDefinition(loaded);
    definition.setAutowireMode(AbstractBeanDefinition.AUTOWIRE_NO);
    AnnotationConfigUtils.processCommonDefinitionAnnotations(definition);
    register(registry, name, definition);
  }

  private void serviceImport(BeanDefinitionRegistry registry, String name, String type) {
    Class<?> loaded = bundle.load(type, "META-INF/plugin-components/imports");
    if (!loaded.isInterface()) {
      throw new AddOnFailure("Only interfaces can be imported, not " + type);
    }
    BundleContext context = bundle.osgi().getBundleContext();
    if (!ImportedService.isOffered(context, loaded)) {
      throw new AddOnFailure(
          bundle.key() + " imports the service " + type + ", which this host does not offer");
    }
    registry.registerBeanDefinition(name, proxy(context, loaded));
  }

  private static <T> RootBeanDefinition proxy(BundleContext context, Class<T> type) {
    return new RootBeanDefinition(type, () -> ImportedService.proxy(context, type));
  }

  private static void register(
      BeanDefinitionRegistry registry, String name, AnnotatedGenericBeanDefinition definition) {
    if (registry.containsBeanDefinition(name)) {
      throw new AddOnFailure(
          "The bean name "
              + name
              + " is claimed by "
              + registry.getBeanDefinition(name).getBeanClassName()
              + " and "
              + definition.getBeanClassName());
    }
    registry.registerBeanDefinition(name, definition);
  }

  // The scanner waits for a service that only the add-on itself would offer, until Jira gives up.
  private void refuseOwnImports(ScannerIndex index) {
    for (Map.Entry<String, String> component : index.components().entrySet()) {
      Class<?> type = bundle.load(component.getValue(), "META-INF/plugin-components/component");
      for (String exported : exportsOf(type, index)) {
        if (index.imports().containsValue(exported)) {
          throw new AddOnFailure(
              bundle.key() + " both exports (" + type.getName() + ") and imports " + exported);
        }
      }
    }
  }

  /** The interfaces under which a component is exported: by annotation, or by the index. */
  static List<String> exportsOf(Class<?> type, ScannerIndex index) {
    ExportAsService annotation = type.getAnnotation(ExportAsService.class);
    if (annotation == null && !index.exports().containsKey(type.getName())) {
      return List.of();
    }
    List<String> named =
        annotation != null
            ? List.of(annotation.value()).stream().map(Class::getName).toList()
            : index.exports().get(type.getName());
    return named.isEmpty()
        ? List.of(type.getInterfaces()).stream().map(Class::getName).toList()
        : named;
  }

  @Override
  public BeanDefinitionHolder decorate(
      Node source, BeanDefinitionHolder definition, ParserContext context) {
    throw new AddOnFailure("META-INF/spring uses an attribute of the scanner: " + source);
  }
}
