package io.monthend.signin;

import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What every request passes before a route sees it. */
@Configuration(proxyBeanMethods = false)
@Profile("serve")
class SecurityRules implements WebMvcConfigurer {

  private static final String SIGN_IN = "/sign-in";

  /** Nothing inline, nothing from elsewhere, no frames. */
  private static final String CONTENT =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
          + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private final RouteGuard guard;

  SecurityRules(RouteGuard guard) {
    this.guard = guard;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(guard);
  }

  @Bean
  AuthenticationManager authenticationManager(SignInByPassword byPassword) {
    return new ProviderManager(byPassword);
  }

  @Bean
  SecurityFilterChain filters(HttpSecurity http, AccountOfSession sessions) {
    return http.authorizeHttpRequests(requests ->
            requests
                .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                .permitAll()
                .requestMatchers("/assets/**", SIGN_IN, "/language", "/theme", "/alive")
                .permitAll()
                .anyRequest()
                .authenticated())
        .securityContext(context -> context.securityContextRepository(sessions))
        .formLogin(form ->
            form.loginPage(SIGN_IN)
                .loginProcessingUrl(SIGN_IN)
                .defaultSuccessUrl("/")
                .failureHandler(refusal()))
        .logout(logout -> logout.logoutUrl("/sign-out").logoutSuccessUrl(SIGN_IN + "?out"))
        .exceptionHandling(faults -> faults.authenticationEntryPoint(unknown()))
        .anonymous(anonymous -> {})
        .addFilterAfter(new PasswordFirst(), AuthorizationFilter.class)
        .headers(headers ->
            headers
                .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .permissionsPolicyHeader(
                    permissions -> permissions.policy("camera=(), geolocation=(), microphone=()")))
        .build();
  }

  private static AuthenticationFailureHandler refusal() {
    return (request, response, exception) ->
        response.sendRedirect(
            SIGN_IN + (exception instanceof LockedException ? "?wait" : "?wrong"));
  }

  /** A part of a page cannot show the sign-in; the whole page is loaded anew instead. */
  private static AuthenticationEntryPoint unknown() {
    LoginUrlAuthenticationEntryPoint page = new LoginUrlAuthenticationEntryPoint(SIGN_IN);
    return (request, response, exception) -> {
      if (request.getHeader("HX-Request") == null) {
        page.commence(request, response, exception);
      } else {
        response.setStatus(HttpStatus.UNAUTHORIZED.value());
        response.setHeader("HX-Refresh", "true");
      }
    };
  }
}
