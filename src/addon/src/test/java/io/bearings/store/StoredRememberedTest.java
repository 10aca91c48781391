package io.bearings.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.activeobjects.external.ModelVersion;
import io.bearings.progress.Remembered.Note;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.After;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

@RunWith(Parameterized.class)
public class StoredRememberedTest {
  private final TestDatabase database;
  private final StoredRemembered remembered;

  public StoredRememberedTest(String name, Supplier<TestDatabase> start) {
    database = start.get();
    remembered = new StoredRemembered(database.database());
  }

  @Parameters(name = "{0}")
  public static List<Object[]> databases() {
    return TestDatabase.each();
  }

  @After
  public void close() {
    database.close();
  }

  @Test
  public void remembersWhatWasWrittenLast() {
    assertThat(remembered.read("position")).isEmpty();

    Optional<Note> first = remembered.write("position", Optional.empty(), "7");
    assertThat(first).contains(new Note("7", 1));
    assertThat(remembered.write("position", first, "")).contains(new Note("", 2));
    assertThat(remembered.read("position")).contains(new Note("", 2));
    assertThat(remembered.read("other")).isEmpty();
  }

  @Test
  public void whoeverIsSecondWritesNothing() {
    Optional<Note> first = remembered.write("position", Optional.empty(), "7");
    remembered.write("position", first, "8");

    assertThat(remembered.write("position", first, "9")).isEmpty();
    assertThat(remembered.write("position", Optional.empty(), "9")).isEmpty();
    assertThat(remembered.read("position").map(Note::text)).contains("8");
  }

  @Test
  public void isTheSeventhModel() {
    assertThat(new Upkeep007().getModelVersion()).isEqualTo(ModelVersion.valueOf("7"));
  }
}
