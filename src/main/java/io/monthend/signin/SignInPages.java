package io.monthend.signin;

import io.monthend.pages.AllowPublic;
import io.monthend.pages.AllowSignedIn;
import io.monthend.pages.Page;
import io.monthend.people.Account;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Signing in, and choosing a password. */
@Page
class SignInPages {

  private final Passwords passwords;
  private final AccountOfSession sessions;
  private final DemoAccounts demo;
  private final boolean isDemo;

  SignInPages(
      Passwords passwords,
      AccountOfSession sessions,
      DemoAccounts demo,
      @Value("${monthend.demo:false}") boolean isDemo) {
    this.passwords = passwords;
    this.sessions = sessions;
    this.demo = demo;
    this.isDemo = isDemo;
  }

  @AllowPublic
  @GetMapping("/sign-in")
  String signIn(
      @RequestParam Optional<String> wrong,
      @RequestParam Optional<String> wait,
      @RequestParam Optional<String> out,
      Model model) {
    model.addAttribute("isWrong", wrong.isPresent());
    model.addAttribute("mustWait", wait.isPresent());
    model.addAttribute("isOut", out.isPresent());
    if (isDemo) {
      model.addAttribute("demoAccounts", demo.all());
      model.addAttribute("demoPassword", DemoAccounts.PASSWORD);
    }
    return "signin/sign-in";
  }

  @AllowSignedIn
  @GetMapping(PasswordFirst.PAGE)
  String password(Account account, Model model) {
    model.addAttribute("mustChange", mustChange(account));
    return "signin/password";
  }

  @AllowSignedIn
  @PostMapping(PasswordFirst.PAGE)
  ModelAndView choose(
      Account account,
      @RequestParam String current,
      @RequestParam String chosen,
      @RequestParam String again,
      HttpServletRequest request) {
    Optional<String> fault = fault(account, current, chosen, again);
    if (fault.isPresent()) {
      ModelAndView page = new ModelAndView("signin/password", HttpStatus.UNPROCESSABLE_CONTENT);
      page.addObject("mustChange", mustChange(account));
      page.addObject("fault", fault.get());
      return page;
    }
    passwords.choose(account.username(), chosen);
    request.changeSessionId();
    sessions.keep(request.getSession(), account.username());
    return new ModelAndView("redirect:/");
  }

  private boolean mustChange(Account account) {
    return passwords.state(account.username()).map(Passwords.State::mustChange).orElse(true);
  }

  private Optional<String> fault(Account account, String current, String chosen, String again) {
    if (current.length() > PasswordRules.LONGEST
        || !passwords.matches(account.username(), current)) {
      return Optional.of("password.current-wrong");
    }
    if (!chosen.equals(again)) {
      return Optional.of("password.differ");
    }
    if (chosen.equals(current)) {
      return Optional.of("password.same");
    }
    return PasswordRules.fault(account.username(), chosen);
  }
}
