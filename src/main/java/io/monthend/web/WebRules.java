package io.monthend.web;

import io.monthend.pages.MenuEntry;
import io.monthend.pages.Page;
import io.monthend.people.Role;
import io.monthend.rulebook.Language;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.MethodParameter;
import org.springframework.http.CacheControl;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/** How pages are made: languages, and files that browsers may keep. */
@Configuration(proxyBeanMethods = false)
@Profile(Page.SERVED)
class WebRules implements WebMvcConfigurer, HandlerMethodArgumentResolver {

  private static final Duration A_YEAR = Duration.ofDays(365);

  @Bean
  MessageSource messageSource() {
    return Words.ofEveryModule();
  }

  @Bean
  LocaleResolver localeResolver() {
    return new LanguageOfReader();
  }

  /** Puts the hash of an asset into its address. */
  @Bean
  ResourceUrlEncodingFilter addressesOfAssets() {
    return new ResourceUrlEncodingFilter();
  }

  /** Their addresses hold a hash of the content, so a browser never has to ask twice. */
  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry
        .addResourceHandler("/assets/**")
        .addResourceLocations("classpath:/assets/", "classpath:/META-INF/resources/webjars/")
        .setCacheControl(CacheControl.maxAge(A_YEAR).cachePublic().immutable())
        .resourceChain(true)
        .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(this);
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Language.class;
  }

  @Override
  public Language resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    return LanguageOfReader.of(
        Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)));
  }

  @Bean
  MenuEntry slipsEntry() {
    return new MenuEntry(200, "/slips", "menu.slips", Set.of(Role.EMPLOYEE));
  }

  @Bean
  MenuEntry evaluationsEntry() {
    return new MenuEntry(210, "/evaluations", "menu.evaluations", Set.of(Role.EMPLOYEE));
  }

  @Bean
  MenuEntry peopleEntry() {
    return new MenuEntry(300, "/people", "menu.people", AllowEvaluationReaders.ROLES);
  }
}
