package io.monthend.web;

import io.monthend.pages.AllowRoles;
import io.monthend.people.Role;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Objects;
import java.util.Set;

/**
 * Marks a route for those who see evaluations of others: of everybody, or as a leader of the own
 * team. Of whom is for the route to check.
 */
@AllowRoles({
  Role.HR,
  Role.GENERAL_MANAGER,
  Role.AUDITOR,
  Role.MANAGER,
  Role.SUPERVISOR,
  Role.TRAINER,
  Role.LEADER
})
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@interface AllowEvaluationReaders {

  /** Their roles, for what leads to such a route. */
  Set<Role> ROLES =
      Set.of(
          Objects.requireNonNull(AllowEvaluationReaders.class.getAnnotation(AllowRoles.class))
              .value());
}
