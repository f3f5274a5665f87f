package dev.upswell.server.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/// Answers what failed before it reached a controller: refused by a filter, or unreadable as a request.
@Controller
class ErrorPage implements ErrorController {

    /// The request attribute in which a filter leaves the [Sentence] that says why.
    static final String REASON = ErrorPage.class.getName() + ".reason";

    private final ProblemAnswer answer;

    ErrorPage(Words words) {
        this.answer = new ProblemAnswer(words);
    }

    @RequestMapping("/error")
    Object error(HttpServletRequest request) {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        String path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String uri ? uri : "/";
        List<Sentence> reasons = request.getAttribute(REASON) instanceof Sentence reason ? List.of(reason) : List.of();
        return answer.of(new ProblemAnswer.Request(path, request.getHeader("Accept")), HttpStatusCode.valueOf(status),
                reasons);
    }
}
