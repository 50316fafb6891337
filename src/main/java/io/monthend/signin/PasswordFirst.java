package io.monthend.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Whoever signed in by a password somebody else has given chooses one of their own first. */
final class PasswordFirst extends OncePerRequestFilter {

  static final String PAGE = "/password";
  private static final Set<String> STILL_OPEN = Set.of(PAGE, "/sign-out", "/language", "/theme");

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    boolean isHeldBack =
        SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn
            && signedIn.mustChangePassword()
            && !STILL_OPEN.contains(request.getRequestURI());
    if (isHeldBack) {
      response.sendRedirect(PAGE);
    } else {
      chain.doFilter(request, response);
    }
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return request.getRequestURI().startsWith("/assets/");
  }
}
