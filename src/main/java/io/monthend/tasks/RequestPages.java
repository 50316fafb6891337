package io.monthend.tasks;

import io.monthend.pages.AllowSignedIn;
import io.monthend.pages.Page;
import io.monthend.pages.RequestRefused;
import io.monthend.people.Account;
import io.monthend.people.Accounts;
import io.monthend.rulebook.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** A case: what happened, what is now, who is next, and what may be said about it. */
@Page
class RequestPages {

  private static final Set<String> DEEDS =
      Set.of(
          "claim",
          "release",
          "APPROVE",
          "REFUSE",
          "RETURN",
          "SUBMIT",
          "delegate",
          "give-back",
          "take-back",
          "add-approver",
          "agree",
          "comment",
          "paper",
          "copy",
          "urge",
          "withdraw",
          "cancel",
          "phone",
          "open");

  private final RequestView view;
  private final Cases cases;
  private final Attachments attachments;
  private final Accounts accounts;
  private final Notices notices;

  RequestPages(
      RequestView view, Cases cases, Attachments attachments, Accounts accounts, Notices notices) {
    this.view = view;
    this.cases = cases;
    this.attachments = attachments;
    this.accounts = accounts;
    this.notices = notices;
  }

  /**
   * The page.
   *
   * @param did what has just been done here, to be said
   */
  @AllowSignedIn
  @GetMapping("/requests/{caseNo}")
  ModelAndView request(
      Account account,
      Language language,
      @PathVariable String caseNo,
      @RequestParam(defaultValue = "") String did) {
    ModelAndView page = view.show(account, language, caseNo, Entered.nothing());
    notices.seen(account, caseNo);
    if (DEEDS.contains(did)) {
      page.addObject("did", did);
    }
    return page;
  }

  @AllowSignedIn
  @PostMapping("/requests/{caseNo}/comments")
  ModelAndView comment(
      Account account,
      Language language,
      @PathVariable String caseNo,
      @RequestParam(defaultValue = "") String words) {
    return view.after(
        cases.comment(account, caseNo, words),
        account,
        language,
        caseNo,
        Entered.in("comment", "", words, ""));
  }

  @AllowSignedIn
  @PostMapping("/requests/{caseNo}/copies")
  ModelAndView copy(
      Account account,
      Language language,
      @PathVariable String caseNo,
      @RequestParam(defaultValue = "") String person) {
    String to = accounts.named(person).map(Account::username).orElse(person);
    return view.after(
        cases.copy(account, caseNo, to),
        account,
        language,
        caseNo,
        Entered.in("copy", "", "", person));
  }

  @AllowSignedIn
  @PostMapping("/requests/{caseNo}/urge")
  ModelAndView urge(Account account, Language language, @PathVariable String caseNo) {
    return view.after(
        cases.urge(account, caseNo), account, language, caseNo, Entered.in("urge", "", "", ""));
  }

  @AllowSignedIn
  @PostMapping("/requests/{caseNo}/papers")
  ModelAndView attach(
      Account account,
      Language language,
      @PathVariable String caseNo,
      @RequestParam Optional<MultipartFile> file)
      throws IOException {
    byte[] content = file.isPresent() ? file.get().getBytes() : new byte[0];
    String name = file.map(MultipartFile::getOriginalFilename).orElse("");
    return view.after(
        attachments.attach(account, caseNo, name, content),
        account,
        language,
        caseNo,
        Entered.in("paper", "", "", ""));
  }

  /** A paper, never shown in the browser. */
  @AllowSignedIn
  @GetMapping("/requests/{caseNo}/papers/{paper}")
  ResponseEntity<Resource> paper(
      Account account, @PathVariable String caseNo, @PathVariable long paper) {
    Attachments.Download found =
        attachments.download(account, caseNo, paper).orElseThrow(RequestRefused::notFound);
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(found.mediaType()))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(found.name(), StandardCharsets.UTF_8)
                .build()
                .toString())
        .header("X-Content-Type-Options", "nosniff")
        .body(found.content());
  }
}
