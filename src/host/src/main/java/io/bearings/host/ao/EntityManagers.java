package io.bearings.host.ao;

import io.bearings.host.db.Database;
import net.java.ao.DatabaseProvider;
import net.java.ao.DisposableDataSource;
import net.java.ao.EntityManager;
import net.java.ao.EntityManagerConfiguration;
import net.java.ao.SchemaConfiguration;
import net.java.ao.db.H2DatabaseProvider;
import net.java.ao.db.PostgreSQLDatabaseProvider;
import net.java.ao.schema.NameConverters;
import net.java.ao.schema.info.CachingEntityInfoResolverFactory;
import net.java.ao.schema.info.EntityInfoResolverFactory;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Makes the library's entity managers on the host's database. */
final class EntityManagers {
  private EntityManagers() {}

  static EntityManager on(Database database, AoNames names) {
    DisposableDataSource source = new JoiningSource(database);
    DatabaseProvider provider =
        switch (database.kind()) {
          case H2 -> new H2DatabaseProvider(source, "PUBLIC");
          case POSTGRESQL -> new PostgreSQLDatabaseProvider(source, "public");
        };
    return new EntityManager(provider, new Configuration(names));
  }

  /** Its pool outlives the entity manager: disposing of it does nothing. */
  private static final class JoiningSource extends DelegatingDataSource
      implements DisposableDataSource {
    JoiningSource(Database database) {
      super(database.dataSource());
    }

    @Override
    public void dispose() {}
  }

  private record Configuration(AoNames names) implements EntityManagerConfiguration {
    @Override
    public boolean useWeakCache() {
      return true;
    }

    @Override
    public NameConverters getNameConverters() {
      return names.converters();
    }

    @Override
    public SchemaConfiguration getSchemaConfiguration() {
      return names;
    }

    @Override
    public EntityInfoResolverFactory getEntityInfoResolverFactory() {
      return new CachingEntityInfoResolverFactory();
    }
  }
}
