package io.monthend.pages;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;

/**
 * A class with routes. Each of its routes is marked by {@link AllowRoles}, {@link AllowSignedIn} or
 * {@link AllowPublic}; without a mark nobody gets in. A route takes who is signed in as an {@link
 * io.monthend.people.Account} and what they read in as a {@link io.monthend.rulebook.Language}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Controller
@Profile(Page.SERVED)
public @interface Page {

  /** The profile of a process that serves pages. */
  String SERVED = "serve";
}
