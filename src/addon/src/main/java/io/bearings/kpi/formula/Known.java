package io.bearings.kpi.formula;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What there is beside the language: the number fields of issues, and the KPIs of the person. */
public interface Known {

  /**
   * A number that issues have.
   *
   * @param id as Jira has it, such as {@code timespent} or {@code customfield_10002}
   */
  record KnownField(String id, String name, Quantity quantity) {}

  /** A KPI that the person may see. */
  record KnownKpi(long id, String name, Quantity quantity) {

    /** For example {@code KPI-7}. */
    public String key() {
      return new Reference.KpiValue(id).key();
    }
  }

  /** All fields, in the order in which they are offered. */
  List<KnownField> fields();

  /** The KPI with an id; absent also where the person may not see it. */
  Optional<KnownKpi> kpi(long id);

  /**
   * KPIs whose key or name contains a text.
   *
   * @param part in any case; empty finds all
   * @param most how many at most
   */
  List<KnownKpi> kpisLike(String part, int most);

  /** The field of an id or a name, in any case; ids go first. */
  default Optional<KnownField> field(String idOrName) {
    Optional<KnownField> byId =
        fields().stream().filter(it -> it.id().equalsIgnoreCase(idOrName)).findFirst();
    return byId.isPresent()
        ? byId
        : fields().stream().filter(it -> it.name().equalsIgnoreCase(idOrName)).findFirst();
  }

  /** Known because somebody listed them. */
  static Known of(List<KnownField> fields, List<KnownKpi> kpis) {
    return new Known() {
      @Override
      public List<KnownField> fields() {
        return fields;
      }

      @Override
      public Optional<KnownKpi> kpi(long id) {
        return kpis.stream().filter(it -> it.id() == id).findFirst();
      }

      @Override
      public List<KnownKpi> kpisLike(String part, int most) {
        String lower = part.toLowerCase(Locale.ROOT);
        return kpis.stream()
            .filter(
                it ->
                    it.key().toLowerCase(Locale.ROOT).contains(lower)
                        || it.name().toLowerCase(Locale.ROOT).contains(lower))
            .limit(most)
            .toList();
      }
    };
  }
}
