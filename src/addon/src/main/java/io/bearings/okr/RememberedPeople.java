package io.bearings.okr;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** People of whom each is asked for once; for the length of one request, on one thread. */
public final class RememberedPeople implements People {
  private final People people;
  private final Map<String, Optional<String>> names = new HashMap<>();
  private final Map<String, Optional<ZoneId>> zones = new HashMap<>();

  public RememberedPeople(People people) {
    this.people = people;
  }

  @Override
  public Optional<String> nameOf(String userKey) {
    return names.computeIfAbsent(userKey, people::nameOf);
  }

  @Override
  public boolean isActive(String userKey) {
    return people.isActive(userKey);
  }

  @Override
  public Optional<ZoneId> zoneOf(String userKey) {
    return zones.computeIfAbsent(userKey, people::zoneOf);
  }
}
