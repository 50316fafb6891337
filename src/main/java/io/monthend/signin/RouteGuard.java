package io.monthend.signin;

import io.monthend.pages.AllowPublic;
import io.monthend.pages.AllowRoles;
import io.monthend.pages.AllowSignedIn;
import io.monthend.people.Account;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.annotation.Profile;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/** Lets a request through to a route whose mark allows it, and to nothing else. */
@Component
@Profile("serve")
class RouteGuard implements HandlerInterceptor {

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (!isAllowed(handler)) {
      throw new AccessDeniedException("not for this account");
    }
    return true;
  }

  private static boolean isAllowed(Object handler) {
    if (!(handler instanceof HandlerMethod route)) {
      return handler instanceof ResourceHttpRequestHandler;
    }
    if (ErrorController.class.isAssignableFrom(route.getBeanType())
        || route.hasMethodAnnotation(AllowPublic.class)) {
      return true;
    }
    if (!(SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn)) {
      return false;
    }
    AllowRoles roles = route.getMethodAnnotation(AllowRoles.class);
    Account account = signedIn.account();
    return roles == null
        ? route.hasMethodAnnotation(AllowSignedIn.class)
        : account.isAny(roles.value());
  }
}
