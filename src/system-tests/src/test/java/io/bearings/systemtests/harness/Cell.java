package io.bearings.systemtests.harness;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * One combination of what the add-on has to work on.
 *
 * @param database the database below the host
 * @param temper how the host behaves where Jira's behaviour is not known
 */
public record Cell(Databases database, Temper temper) {

  /** The only cells to run, by parts of their names, for somebody who looks for a fault. */
  private static final String ONLY = System.getProperty("bearings.cells", "");

  /** Every combination, as a parameterized test takes them. */
  public static List<Object[]> all() {
    return Arrays.stream(Databases.values())
        .flatMap(
            database -> Arrays.stream(Temper.values()).map(temper -> new Cell(database, temper)))
        .filter(cell -> cell.toString().contains(ONLY))
        .map(cell -> new Object[] {cell})
        .toList();
  }

  /** Each database and each temper once, for what does not depend on how they meet. */
  public static List<Object[]> diagonal() {
    List<Cell> cells =
        List.of(new Cell(Databases.H2, Temper.KIND), new Cell(Databases.POSTGRESQL, Temper.HARSH));
    return cells.stream()
        .filter(cell -> cell.toString().contains(ONLY))
        .map(cell -> new Object[] {cell})
        .toList();
  }

  /** Each database, in the kind temper. */
  public static List<Object[]> databases() {
    return all().stream().filter(cell -> ((Cell) cell[0]).temper() == Temper.KIND).toList();
  }

  /** Such as {@code h2-kind}; fit for names of files. */
  @Override
  public String toString() {
    return (database + "-" + temper).toLowerCase(Locale.ROOT);
  }
}
