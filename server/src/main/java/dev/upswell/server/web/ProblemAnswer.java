package dev.upswell.server.web;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.ModelAndView;

/// Tells what went wrong in the form that the caller can read: RFC 9457 problem JSON for programs, a page for people.
///
/// Neither holds a stack trace, a class name or a path on disk.
final class ProblemAnswer {

    private final Words words;

    ProblemAnswer(Words words) {
        this.words = words;
    }

    Object of(Request request, HttpStatusCode status, List<Sentence> sentences) {
        String title = words.sayOr("error." + status.value() + ".title", words.say("error.title"));
        List<String> reasons = sentences.isEmpty()
                ? List.of(words.sayOr("error." + status.value() + ".text", words.say("error.text")))
                : sentences.stream().map(words::say).toList();
        return request.wantsJson() ? json(request, status, title, reasons) : page(status, title, reasons);
    }

    private static ResponseEntity<ProblemDetail> json(Request request, HttpStatusCode status, String title,
            List<String> reasons) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, String.join(" ", reasons));
        problem.setTitle(title);
        problem.setInstance(URI.create(request.path()));
        if (reasons.size() > 1) {
            problem.setProperty("problems", reasons);
        }
        return ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
    }

    private static ModelAndView page(HttpStatusCode status, String title, List<String> reasons) {
        return new ModelAndView("error", Map.of("status", status.value(), "title", title, "reasons", reasons), status);
    }

    /// Who asks: the raw path asked for, and what `Accept` says (null when the header is missing).
    record Request(String path, @Nullable String accept) {

        boolean wantsJson() {
            return path.startsWith("/api/") || accept == null || !accept.contains("text/html");
        }
    }
}
