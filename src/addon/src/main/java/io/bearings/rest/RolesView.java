package io.bearings.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.bearings.okr.Assignment;
import io.bearings.okr.People;
import io.bearings.okr.UnitRoles;
import java.util.List;

/**
 * The roles that were given in a unit.
 *
 * @param version the version of the unit, which counts the changes of its roles too
 */
public record RolesView(
    @JsonProperty("version") int version, @JsonProperty("roles") List<RoleView> roles)
    implements Versioned {

  /** A role of one person or of all members of a group; the other of the two is null. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record RoleView(
      @JsonProperty("role") String role,
      @JsonProperty("person") PersonView person,
      @JsonProperty("group") String group) {

    private static RoleView of(Assignment assignment, People people) {
      return assignment.holder() instanceof Assignment.OnePerson one
          ? new RoleView(assignment.role().name(), PersonView.of(one.userKey(), people), null)
          : new RoleView(
              assignment.role().name(), null, ((Assignment.AllOf) assignment.holder()).groupName());
    }
  }

  static RolesView of(UnitRoles roles, People people) {
    return new RolesView(
        roles.unit().version(),
        roles.roles().stream().map(each -> RoleView.of(each, people)).toList());
  }
}
