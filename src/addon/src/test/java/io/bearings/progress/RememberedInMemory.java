package io.bearings.progress;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What jobs remember, for as long as a test runs. */
final class RememberedInMemory implements Remembered {
  private final Map<String, Note> notes = new HashMap<>();

  @Override
  public Optional<Note> read(String name) {
    return Optional.ofNullable(notes.get(name));
  }

  @Override
  public Optional<Note> write(String name, Optional<Note> before, String text) {
    if (!before.equals(read(name))) {
      return Optional.empty();
    }
    notes.put(name, new Note(text, before.map(Note::stamp).orElse(0L) + 1));
    return read(name);
  }
}
