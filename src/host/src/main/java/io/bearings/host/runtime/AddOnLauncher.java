package io.bearings.host.runtime;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.activeobjects.external.ActiveObjectsUpgradeTask;
import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.message.I18nResolver;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;
import com.atlassian.sal.api.rdbms.TransactionalExecutorFactory;
import com.atlassian.sal.api.transaction.TransactionTemplate;
import io.bearings.host.Temper;
import io.bearings.host.action.ActionFilter;
import io.bearings.host.action.Actions;
import io.bearings.host.ao.AddOnActiveObjects;
import io.bearings.host.db.Database;
import io.bearings.host.descriptor.DescriptorReader;
import io.bearings.host.descriptor.Module;
import io.bearings.host.descriptor.PluginDescriptor;
import io.bearings.host.i18n.AddOnTexts;
import io.bearings.host.i18n.Translations;
import io.bearings.host.osgi.AddOnBundle;
import io.bearings.host.osgi.BundleFramework;
import io.bearings.host.rest.RestModules;
import io.bearings.host.sal.Executors;
import io.bearings.host.sal.JoiningTransactions;
import io.bearings.host.sal.SettingsTable;
import io.bearings.host.sal.SiteProperties;
import io.bearings.host.sal.Texts;
import io.bearings.host.spring.AddOnComponents;
import io.bearings.host.velocity.Allowlist;
import io.bearings.host.velocity.Templates;
import io.bearings.host.web.AddOnServlets;
import io.bearings.host.web.WebFragments;
import io.bearings.host.web.WebResources;
import io.bearings.host.web.WorkflowFunctions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import net.java.ao.RawEntity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/**
 * Starts an add-on's jar as Jira does: bundle, components, modules in the order of the descriptor,
 * then {@code LifecycleAware}.
 */
public final class AddOnLauncher {
  private static final Logger LOG = LoggerFactory.getLogger(AddOnLauncher.class);
  private static final String DESCRIPTOR = "atlassian-plugin.xml";

  private final HostServices services;
  private final Database database;
  private final Temper temper;
  private final PageDecorator decorator;
  private final HostSite site;
  private final Translations translations;
  private Companion companion = Companion.NONE;
  private Duration shift = Duration.ZERO;

  /**
   * Prepares the start on one site.
   *
   * @param services Jira's components, among them {@code JiraAuthenticationContext}, {@code
   *     GlobalPermissionManager}, {@code XsrfTokenGenerator} and {@code EventPublisher}; what SAL
   *     offers is added here
   * @param translations receives the add-on's texts
   */
  public AddOnLauncher(
      HostServices services,
      Database database,
      Temper temper,
      PageDecorator decorator,
      HostSite site,
      Translations translations) {
    this.services = services;
    this.database = database;
    this.temper = temper;
    this.decorator = decorator;
    this.site = site;
    this.translations = translations;
    offer(TransactionTemplate.class, () -> new JoiningTransactions(database));
    offer(TransactionalExecutorFactory.class, () -> new Executors(database, temper));
    offer(PluginSettingsFactory.class, () -> new SettingsTable(database));
    offer(ApplicationProperties.class, () -> new SiteProperties(site));
    offer(I18nResolver.class, () -> new Texts(translations, authentication()));
  }

  /** What else is installed, before or after the add-on. */
  public AddOnLauncher beside(Companion other) {
    companion = other;
    return this;
  }

  /**
   * At another time than the true one.
   *
   * @param by what is added to the true time; may be negative
   */
  public AddOnLauncher shiftedBy(Duration by) {
    shift = by;
    return this;
  }

  private <T> void offer(Class<T> type, Supplier<T> component) {
    if (!services.all().containsKey(type)) {
      services.publish(type, component.get());
    }
  }

  private JiraAuthenticationContext authentication() {
    return services.get(JiraAuthenticationContext.class);
  }

  /**
   * Starts the add-on.
   *
   * @throws AddOnFailure naming what is wrong with it; nothing of it keeps running
   */
  public AddOnRuntime start(Path jar) {
    if (!SLF4JBridgeHandler.isInstalled()) {
      SLF4JBridgeHandler.removeHandlersForRootLogger();
      SLF4JBridgeHandler.install();
    }
    Deque<AutoCloseable> opened = new ArrayDeque<>();
    boolean started = false;
    try {
      AddOnRuntime runtime = start(jar, opened);
      started = true;
      return runtime;
    } finally {
      if (!started) {
        closeAll(opened);
      }
    }
  }

  private AddOnRuntime start(Path jar, Deque<AutoCloseable> opened) {
    BundleFramework framework = BundleFramework.start(site.home().resolve("felix-cache"));
    opened.push(framework);
    services.all().forEach((type, component) -> publish(framework, type, component));
    companion.beforeAddOn(framework);
    if (!shift.isZero()) {
      framework.shiftTime(shift);
    }
    AddOnBundle bundle = new AddOnBundle(framework.install(jar));
    PluginDescriptor descriptor = descriptor(bundle);
    int classes = bundle.loadEveryClass();
    AddOnTexts texts = new AddOnTexts(bundle);
    descriptor.i18nBundles().forEach(location -> texts.addTo(translations, location));

    AtomicReference<AddOnComponents> late = new AtomicReference<>();
    Optional<AddOnActiveObjects> activeObjects = activeObjects(descriptor, bundle, late);
    activeObjects.ifPresent(ao -> framework.publish(ActiveObjects.class, ao.service()));
    AddOnComponents components = AddOnComponents.start(bundle, services);
    opened.push(components);
    late.set(components);

    Allowlist allowlist = new Allowlist();
    descriptor.modules(Module.VelocityAllowlist.class).forEach(m -> allowlist.add(m, bundle));
    Templates templates = new Templates(bundle, allowlist);
    WebResources resources = new WebResources(descriptor, bundle, translations, site);
    if (!resources.missingTexts().isEmpty()) {
      throw new AddOnFailure(
          "Scripts of " + bundle.key() + " ask for unknown texts: " + resources.missingTexts());
    }
    RequestResources ofRequest = new RequestResources(resources, authentication());
    WebFragments.Means means =
        new WebFragments.Means(
            descriptor,
            bundle,
            components,
            templates,
            translations,
            authentication(),
            ofRequest,
            temper);
    WebFragments fragments = new WebFragments(means);
    RestModules rest = new RestModules(descriptor, bundle, components, services, site, temper);
    AddOnServlets servlets = new AddOnServlets(descriptor, bundle, components);
    ActionFilter actions =
        new ActionFilter(
            new Actions(descriptor, bundle, components, templates),
            templates,
            translations,
            decorator,
            ofRequest,
            services,
            temper);
    JqlFunctionModules functions =
        new JqlFunctionModules(descriptor, bundle, components, authentication());
    enable(components, activeObjects);
    LOG.info("{} {} is enabled, {} classes", bundle.key(), descriptor.version(), classes);
    companion.afterAddOn();
    return new RunningAddOn(
        bundle.key(),
        new RunningAddOn.Parts(
            fragments,
            resources,
            ofRequest,
            rest,
            servlets,
            actions,
            functions.all(),
            WorkflowFunctions.of(means),
            authentication()),
        () -> closeAll(opened));
  }

  // In Jira the ao module may be enabled before or after the components that use it are told.
  private void enable(AddOnComponents components, Optional<AddOnActiveObjects> activeObjects) {
    if (temper.harsh()) {
      components.onStart();
      activeObjects.ifPresent(AddOnActiveObjects::enable);
    } else {
      activeObjects.ifPresent(AddOnActiveObjects::enable);
      components.onStart();
    }
  }

  private static <T> void publish(BundleFramework framework, Class<T> type, Object component) {
    framework.publish(type, type.cast(component));
  }

  private static PluginDescriptor descriptor(AddOnBundle bundle) {
    PluginDescriptor descriptor =
        DescriptorReader.read(
            bundle
                .bytes(DESCRIPTOR)
                .orElseThrow(
                    () ->
                        new AddOnFailure(bundle.key() + " has no " + DESCRIPTOR + " in its root")));
    String manifestKey =
        bundle
            .header("Atlassian-Plugin-Key")
            .orElseThrow(
                () ->
                    new AddOnFailure(
                        "The manifest of " + bundle.key() + " has no Atlassian-Plugin-Key"));
    if (!manifestKey.equals(descriptor.key()) || !bundle.key().equals(descriptor.key())) {
      throw new AddOnFailure(
          "The key in "
              + DESCRIPTOR
              + " is "
              + descriptor.key()
              + ", but Atlassian-Plugin-Key is "
              + manifestKey
              + " and Bundle-SymbolicName "
              + bundle.key());
    }
    if (!bundle.classesBelow("com.atlassian").isEmpty()) {
      throw new AddOnFailure(
          bundle.key()
              + " carries classes of Jira's own, such as "
              + bundle.classesBelow("com.atlassian").get(0));
    }
    return descriptor;
  }

  private Optional<AddOnActiveObjects> activeObjects(
      PluginDescriptor descriptor, AddOnBundle bundle, AtomicReference<AddOnComponents> late) {
    return descriptor
        .modules(Module.ActiveObjects.class)
        .findFirst()
        .map(
            module -> {
              String where = "The ao module " + descriptor.completeKey(module);
              List<Class<? extends RawEntity<?>>> entities = new ArrayList<>();
              for (String name : module.entities()) {
                entities.add(entity(bundle.load(name, RawEntity.class, where)));
              }
              List<Class<? extends ActiveObjectsUpgradeTask>> tasks = new ArrayList<>();
              for (String name : module.upgradeTasks()) {
                tasks.add(bundle.load(name, ActiveObjectsUpgradeTask.class, where));
              }
              return new AddOnActiveObjects(
                  new AddOnActiveObjects.Model(
                      module.namespace().orElse(bundle.key()),
                      entities,
                      () -> upgradeTasks(tasks, late, where)),
                  database,
                  services.get(PluginSettingsFactory.class),
                  temper);
            });
  }

  private static List<? extends ActiveObjectsUpgradeTask> upgradeTasks(
      List<Class<? extends ActiveObjectsUpgradeTask>> tasks,
      AtomicReference<AddOnComponents> late,
      String where) {
    AddOnComponents components = late.get();
    if (components == null && !tasks.isEmpty()) {
      throw new AddOnFailure(where + " has upgrade tasks, but a constructor uses Active Objects");
    }
    return tasks.stream().map(task -> components.create(task, where)).toList();
  }

  @SuppressWarnings("unchecked")
  private static Class<? extends RawEntity<?>> entity(Class<?> type) {
    return (Class<? extends RawEntity<?>>) type;
  }

  private static void closeAll(Deque<AutoCloseable> opened) {
    while (!opened.isEmpty()) {
      try {
        opened.pop().close();
      } catch (Exception e) {
        LOG.error("The add-on could not be stopped cleanly", e);
      }
    }
  }
}
