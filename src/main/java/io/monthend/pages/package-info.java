/**
 * What every page of the web application speaks: who may call a route, what a module puts on the
 * start page and into the menu, and how a request is refused. Modules with pages use it; it knows
 * none of them. The routes of a class that is a {@link io.monthend.pages.Page} exist only while the
 * application is served.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "people", "rulebook"})
package io.monthend.pages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
