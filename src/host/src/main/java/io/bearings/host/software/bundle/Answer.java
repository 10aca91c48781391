package io.bearings.host.software.bundle;

import com.atlassian.greenhopper.service.Page;
import com.atlassian.greenhopper.service.PageRequest;
import com.atlassian.greenhopper.service.ServiceOutcome;
import java.util.List;
import java.util.Optional;

/** What the services answer; without a value it is not valid. */
record Answer<T>(Optional<T> value) implements ServiceOutcome<T> {
  static <T> Answer<T> of(T value) {
    return new Answer<>(Optional.of(value));
  }

  static <T> ServiceOutcome<Page<T>> page(List<T> all, PageRequest request) {
    int from = (int) Math.min(request.getStart(), all.size());
    int to = (int) Math.min((long) from + request.getLimit(), all.size());
    return of(new Part<>(all.subList(from, to), to == all.size()));
  }

  private record Part<T>(List<T> values, boolean last) implements Page<T> {
    @Override
    public List<T> getValues() {
      return values;
    }

    @Override
    public boolean isLast() {
      return last;
    }
  }

  @Override
  public boolean isValid() {
    return value.isPresent();
  }

  @Override
  public boolean isInvalid() {
    return value.isEmpty();
  }

  @Override
  public T get() {
    return value.orElse(null);
  }

  @Override
  public T getValue() {
    return get();
  }
}
