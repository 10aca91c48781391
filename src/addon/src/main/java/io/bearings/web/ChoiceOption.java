package io.bearings.web;

/** Something that an administrator can choose. */
public final class ChoiceOption {
  private final String id;
  private final String name;
  private final boolean chosen;

  ChoiceOption(String id, String name, boolean chosen) {
    this.id = id;
    this.name = name;
    this.chosen = chosen;
  }

  public String getId() {
    return id;
  }

  public String getName() {
    return name;
  }

  public boolean isChosen() {
    return chosen;
  }
}
