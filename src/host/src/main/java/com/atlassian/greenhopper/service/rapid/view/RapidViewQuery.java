package com.atlassian.greenhopper.service.rapid.view;

import com.atlassian.greenhopper.model.rapid.RapidView;
import java.util.EnumSet;
import java.util.Set;

/**
 * Which boards are wanted.
 *
 * <p>Source and confidence: apps for Jira 8; M.
 */
public final class RapidViewQuery {
  private final Set<RapidView.Type> types;

  private RapidViewQuery(Set<RapidView.Type> types) {
    this.types = types;
  }

  public static Builder builder() {
    return new Builder();
  }

  public Set<RapidView.Type> getTypes() {
    return types;
  }

  /** Makes queries; without types every board is wanted. */
  public static final class Builder {
    private Set<RapidView.Type> types = EnumSet.allOf(RapidView.Type.class);

    private Builder() {}

    public Builder types(Set<RapidView.Type> wanted) {
      types = wanted;
      return this;
    }

    public RapidViewQuery build() {
      return new RapidViewQuery(Set.copyOf(types));
    }
  }
}
