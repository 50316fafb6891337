package io.monthend.closing;

import io.monthend.closing.MonthFiles.Refusal;
import io.monthend.kernel.PayMonth;
import io.monthend.pages.AllowRoles;
import io.monthend.pages.Asked;
import io.monthend.pages.Page;
import io.monthend.pages.RequestRefused;
import io.monthend.people.Access;
import io.monthend.people.Account;
import io.monthend.people.Role;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The result files of a run, for those who may read all pay. */
@Page
class ResultPages {

  /** What a run writes. */
  static final List<String> FILES =
      List.of(
          "month.xlsx",
          "payslips.csv",
          "payslip_lines.csv",
          "evaluation_lines.csv",
          "attendance.csv",
          "exceptions.csv",
          "summary.json");

  private static final int MOST_REFUSALS = 200;
  private static final Set<String> PAY_COLUMNS = Set.of("base_salary", "amount");

  private final CloseRuns runs;
  private final MonthFiles files;

  ResultPages(CloseRuns runs, MonthFiles files) {
    this.runs = runs;
    this.files = files;
  }

  /** A file, never shown in the browser. */
  @AllowRoles({Role.HR, Role.GENERAL_MANAGER, Role.AUDITOR})
  @GetMapping("/months/{month}/files/{file}")
  ResponseEntity<Resource> file(@PathVariable String month, @PathVariable String file)
      throws IOException {
    PayMonth asked = Asked.month(month);
    CloseRun run =
        runs.live(asked)
            .filter(live -> live.state() != CloseRun.State.SETTLING)
            .orElseThrow(RequestRefused::notFound);
    if (!FILES.contains(file)) {
      throw RequestRefused.notFound();
    }
    return download(files.results(run).resolve(file), asked + "-" + file);
  }

  /** The first faults of the rows that stood in the way of a run; operations see no amount. */
  @AllowRoles({Role.OPERATIONS, Role.HR, Role.AUDITOR})
  @GetMapping("/months/{month}/refusals")
  ModelAndView refusals(Account account, @PathVariable String month) throws IOException {
    PayMonth asked = Asked.month(month);
    boolean seesPay = Access.mayReadAllPay(account);
    ModelAndView page = new ModelAndView("closing/refusals");
    page.addObject("month", asked);
    page.addObject("most", MOST_REFUSALS);
    page.addObject(
        "refusals",
        files.refusals(asked, MOST_REFUSALS).stream()
            .map(refusal -> seesPay ? refusal : withoutPay(refusal))
            .toList());
    return page;
  }

  private static Refusal withoutPay(Refusal refusal) {
    return PAY_COLUMNS.contains(refusal.column())
        ? new Refusal(refusal.place(), refusal.row(), refusal.column(), "…", "…")
        : refusal;
  }

  private static ResponseEntity<Resource> download(Path file, String name) {
    Resource content = new FileSystemResource(file);
    if (!content.exists()) {
      throw RequestRefused.notFound();
    }
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString())
        .header("X-Content-Type-Options", "nosniff")
        .body(content);
  }
}
