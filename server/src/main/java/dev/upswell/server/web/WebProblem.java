package dev.upswell.server.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpStatus;

/// A request that cannot be answered, with what is wrong in sentences that the reader may see.
public final class WebProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final transient List<Sentence> sentences;

    private WebProblem(HttpStatus status, List<Sentence> sentences) {
        super(status + " " + sentences);
        this.status = status;
        this.sentences = List.copyOf(sentences);
    }

    /// The request asks for something in a way that is not understood; every reason is named.
    public static WebProblem badRequest(List<Sentence> reasons) {
        return new WebProblem(HttpStatus.BAD_REQUEST, reasons);
    }

    /// What is asked for does not exist, or not for this tenant: the answer is the same.
    public static WebProblem notFound(Sentence reason) {
        return new WebProblem(HttpStatus.NOT_FOUND, List.of(reason));
    }

    /// The request is understood, but what it brings cannot be used.
    public static WebProblem unusable(Sentence reason) {
        return new WebProblem(HttpStatus.UNPROCESSABLE_CONTENT, List.of(reason));
    }

    /// What is asked for cannot be done in the present state, for example because the same work is running.
    public static WebProblem conflict(Sentence reason) {
        return new WebProblem(HttpStatus.CONFLICT, List.of(reason));
    }

    /// Another server that was asked does not do its part.
    public static WebProblem elsewhere(Sentence reason) {
        return new WebProblem(HttpStatus.BAD_GATEWAY, List.of(reason));
    }

    /// Answers a request that a filter does not let through, as a problem or a page like what controllers refuse.
    public static void send(HttpServletRequest request, HttpServletResponse response, HttpStatus status,
            Sentence reason)
            throws IOException {
        request.setAttribute(ErrorPage.REASON, reason);
        response.sendError(status.value());
    }

    HttpStatus status() {
        return status;
    }

    List<Sentence> sentences() {
        return sentences;
    }
}
