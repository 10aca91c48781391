package io.bearings.host.spring;

import com.atlassian.sal.api.lifecycle.LifecycleAware;
import io.bearings.host.osgi.AddOnBundle;
import io.bearings.host.runtime.AddOnFailure;
import io.bearings.host.runtime.HostServices;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.osgi.framework.ServiceRegistration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.BeansException;
import org.springframework.beans.factory.annotation.AutowiredAnnotationBeanPostProcessor;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.beans.factory.xml.DefaultNamespaceHandlerResolver;
import org.springframework.beans.factory.xml.NamespaceHandlerResolver;
import org.springframework.beans.factory.xml.XmlBeanDefinitionReader;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.io.ByteArrayResource;

/** The add-on's Spring context, made from {@code META-INF/spring} and the scanner's index. */
public final class AddOnComponents implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AddOnComponents.class);
  private static final String SPRING_FILES = "META-INF/spring";

  private final AddOnBundle bundle;
  private final GenericApplicationContext context;
  private final DefaultListableBeanFactory ofHost;
  private final List<ServiceRegistration<?>> exported = new ArrayList<>();
  private final List<LifecycleAware> lifecycle = new ArrayList<>();
  private final List<LifecycleAware> started = new ArrayList<>();

  private AddOnComponents(AddOnBundle bundle, HostServices services) {
    this.bundle = bundle;
    this.context = new GenericApplicationContext();
    this.ofHost = hostFactory(services);
  }

  /**
   * Makes every component of the add-on and exports those that ask for it.
   *
   * @param services for conditions of Jira's own that an add-on's descriptor names
   * @throws AddOnFailure naming the component that cannot be made
   */
  public static AddOnComponents start(AddOnBundle bundle, HostServices services) {
    AddOnComponents components = new AddOnComponents(bundle, services);
    components.refresh();
    return components;
  }

  private void refresh() {
    List<String> files =
        bundle.filesIn(SPRING_FILES).stream().filter(file -> file.endsWith(".xml")).toList();
    if (files.isEmpty()) {
      throw new AddOnFailure(
          bundle.key() + " has no " + SPRING_FILES + "/*.xml: no component starts");
    }
    if (bundle.header("Spring-Context").isEmpty()) {
      throw new AddOnFailure("The manifest of " + bundle.key() + " has no Spring-Context");
    }
    context.setClassLoader(bundle.classLoader());
    context.setDisplayName(bundle.key());
    ScannerNamespace scanner = new ScannerNamespace(bundle);
    try {
      read(files, scanner);
      context.refresh();
      export();
    } catch (BeansException e) {
      context.close();
      throw failure(e);
    }
    if (!scanner.scanned()) {
      LOG.warn("{} does not use the scanner's index", bundle.key());
    }
  }

  // A refusal of ours inside of Spring's exception says more than Spring's.
  private AddOnFailure failure(BeansException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof AddOnFailure refused) {
        return refused;
      }
    }
    return new AddOnFailure(
        "A component of " + bundle.key() + " cannot be made: " + e.getMessage(), e);
  }

  private void read(List<String> files, ScannerNamespace scanner) {
    XmlBeanDefinitionReader reader = new XmlBeanDefinitionReader(context);
    reader.setValidationMode(XmlBeanDefinitionReader.VALIDATION_NONE);
    reader.setNamespaceAware(true);
    NamespaceHandlerResolver ofSpring =
        new DefaultNamespaceHandlerResolver(AddOnComponents.class.getClassLoader());
    reader.setNamespaceHandlerResolver(
        uri -> uri.equals(ScannerNamespace.URI) ? scanner : ofSpring.resolve(uri));
    for (String file : files) {
      byte[] xml = bundle.bytes(file).orElseThrow();
      reader.loadBeanDefinitions(new ByteArrayResource(xml, file));
    }
  }

  private void export() {
    ScannerIndex index = ScannerIndex.of(bundle);
    for (Map.Entry<String, String> component : index.components().entrySet()) {
      Object bean = context.getBean(component.getKey());
      List<String> types = ScannerNamespace.exportsOf(bean.getClass(), index);
      if (types.isEmpty()) {
        continue;
      }
      for (String type : types) {
        if (!bundle.load(type, bean.getClass().getName()).isInstance(bean)) {
          throw new AddOnFailure(
              bean.getClass().getName() + " is exported as " + type + ", which it is not");
        }
      }
      exported.add(
          bundle
              .osgi()
              .getBundleContext()
              .registerService(types.toArray(String[]::new), bean, null));
      if (types.contains(LifecycleAware.class.getName())) {
        lifecycle.add((LifecycleAware) bean);
      }
    }
  }

  // Prototypes, so that one object offered under two interfaces is found under each.
  private static DefaultListableBeanFactory hostFactory(HostServices services) {
    DefaultListableBeanFactory factory = new DefaultListableBeanFactory();
    AutowiredAnnotationBeanPostProcessor constructors = new AutowiredAnnotationBeanPostProcessor();
    constructors.setBeanFactory(factory);
    factory.addBeanPostProcessor(constructors);
    services.all().forEach((type, service) -> register(factory, type, service));
    return factory;
  }

  private static <T> void register(
      DefaultListableBeanFactory factory, Class<T> type, Object service) {
    RootBeanDefinition definition = new RootBeanDefinition(type, () -> type.cast(service));
    definition.setScope(BeanDefinition.SCOPE_PROTOTYPE);
    factory.registerBeanDefinition(type.getName(), definition);
  }

  /**
   * Makes an object of a class that is no component: a resource, action, condition or servlet. Its
   * one constructor, or the one with {@code @Inject}, is given the add-on's components; a class of
   * Jira's own is given Jira's.
   *
   * @param where the module that asks, for the message
   * @throws AddOnFailure when it cannot be made
   */
  public <T> T create(Class<T> type, String where) {
    try {
      boolean own = type.getClassLoader() == bundle.classLoader();
      return own ? context.getBeanFactory().createBean(type) : ofHost.createBean(type);
    } catch (BeansException e) {
      throw new AddOnFailure(where + " cannot be made: " + e.getMessage(), e);
    }
  }

  /** The component of exactly this class when there is one, else a new object. */
  public <T> T componentOrNew(Class<T> type, String where) {
    T component = context.getBeanProvider(type).getIfUnique();
    return component != null && component.getClass() == type ? component : create(type, where);
  }

  /** Tells the components exported as {@code LifecycleAware} that everything is started. */
  public void onStart() {
    for (LifecycleAware aware : lifecycle) {
      try {
        aware.onStart();
        started.add(aware);
      } catch (RuntimeException e) {
        // As in Jira, where the other components and the plugin carry on.
        LOG.error("{} failed in onStart", aware.getClass().getName(), e);
      }
    }
  }

  @Override
  public void close() {
    for (LifecycleAware aware : started) {
      try {
        aware.onStop();
      } catch (RuntimeException e) {
        LOG.error("{} failed in onStop", aware.getClass().getName(), e);
      }
    }
    exported.forEach(ServiceRegistration::unregister);
    context.close();
  }
}
