package io.bearings.okr;

import java.io.Serializable;
import java.util.List;

/**
 * A text for a person, not yet translated.
 *
 * @param key the key of the text in the add-on's properties files
 * @param args what stands for {@code {0}}, {@code {1}} … in it
 */
public record Message(String key, List<Serializable> args) {
  public Message {
    args = List.copyOf(args);
  }

  /** The text of a key with what it names. */
  public static Message of(String key, Serializable... args) {
    return new Message(key, List.of(args));
  }
}
