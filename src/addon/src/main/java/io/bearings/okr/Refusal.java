package io.bearings.okr;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * A use case that was not carried out, and why. Nothing was written. The texts are translated where
 * the answer is given: in {@code rest} and {@code web}.
 */
public abstract sealed class Refusal extends RuntimeException {
  private final transient Message text;

  private Refusal(Message text, Throwable cause) {
    super(text.key() + text.args(), cause);
    this.text = text;
  }

  /** What to tell the person, in one sentence. */
  public Message text() {
    return text;
  }

  /** What was written cannot be accepted; every field that is wrong is named, at once. */
  public static final class Invalid extends Refusal {
    private final transient Map<String, Message> fields;

    /**
     * @param fields what is wrong with each field, by the field's name
     */
    public Invalid(Map<String, Message> fields) {
      super(Message.of("bearings.error.invalid"), null);
      this.fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /**
     * @param text what is wrong with the whole, where no field can be named
     */
    public Invalid(Message text) {
      super(text, null);
      this.fields = Map.of();
    }

    /** What is wrong with each field, by the field's name, in the order of the form. */
    public Map<String, Message> fields() {
      return fields;
    }
  }

  /** There is no such thing, or this person may not know that there is. */
  public static final class NotFound extends Refusal {

    /**
     * @param what what was asked for as the person knows it: {@code O-12}, {@code KR-3}, an issue
     *     key, a project key
     */
    public NotFound(String what) {
      super(Message.of("bearings.error.notFound", what), null);
    }
  }

  /** The person may see it but not do this with it. */
  public static final class Forbidden extends Refusal {
    public Forbidden() {
      super(Message.of("bearings.error.forbidden"), null);
    }
  }

  /** Somebody else saved meanwhile. */
  public static final class Conflict extends Refusal {
    private final int currentVersion;
    private final String changedBy;
    private final transient Set<String> changedFields;

    /**
     * @param what the key of what was to be saved
     * @param currentVersion the version that is stored now
     * @param changedBy the name of the person who saved it
     */
    public Conflict(String what, int currentVersion, String changedBy) {
      this(what, currentVersion, changedBy, Set.of());
    }

    /**
     * @param what the key of what was to be saved
     * @param currentVersion the version that is stored now
     * @param changedBy the name of the person who saved it
     * @param changedFields the names of the fields that others changed meanwhile, where it is known
     */
    public Conflict(String what, int currentVersion, String changedBy, Set<String> changedFields) {
      super(Message.of("bearings.error.conflict", what, changedBy), null);
      this.currentVersion = currentVersion;
      this.changedBy = changedBy;
      this.changedFields = Collections.unmodifiableSet(new LinkedHashSet<>(changedFields));
    }

    /** The names of the fields that others changed meanwhile; empty where it is not known. */
    public Set<String> changedFields() {
      return changedFields;
    }

    /** The version that is stored now. */
    public int currentVersion() {
      return currentVersion;
    }

    /** The name of the person who saved it. */
    public String changedBy() {
      return changedBy;
    }
  }

  /** The person wrote too often within a short time. */
  public static final class TooOften extends Refusal {
    private final long seconds;

    /**
     * @param seconds after how many seconds to try again, 1 or more
     */
    public TooOften(long seconds) {
      super(Message.of("bearings.error.tooOften", seconds), null);
      this.seconds = seconds;
    }

    /** After how many seconds to try again. */
    public long seconds() {
      return seconds;
    }
  }

  /** The add-on cannot work at the moment: its database or a part of Jira does not answer. */
  public static final class Unavailable extends Refusal {

    /**
     * @param reason the cause in the administrator's words
     */
    public Unavailable(Message reason, Throwable cause) {
      super(reason, cause);
    }

    /**
     * @param reason the cause in the administrator's words
     */
    public Unavailable(Message reason) {
      this(reason, null);
    }
  }
}
