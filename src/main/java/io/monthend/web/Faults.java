package io.monthend.web;

import io.monthend.pages.Page;
import io.monthend.pages.RequestRefused;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Shows why a request was refused. */
@ControllerAdvice
@Profile(Page.SERVED)
class Faults {

  private final LayoutOfEveryPage frame;

  Faults(LayoutOfEveryPage frame) {
    this.frame = frame;
  }

  @ExceptionHandler
  ModelAndView refused(RequestRefused refused, HttpServletRequest request) {
    ModelAndView page = new ModelAndView("refused", HttpStatus.valueOf(refused.kind().status()));
    page.addObject("layout", frame.layout(request));
    page.addObject("message", refused.getMessage());
    page.addObject("values", refused.values());
    return page;
  }
}
