package dev.upswell.server.web;

import dev.upswell.server.refusal.Refused;
import dev.upswell.server.store.StoreException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/// Turns everything that a controller throws into a [ProblemAnswer].
///
/// What nobody foresaw is logged under a code, and the answer names only that code. It is drawn at random: a number that went up would
/// tell each tenant how often others fail.
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);
    private static final String RETRY_AFTER_SECONDS = "5";

    private final ProblemAnswer answer;

    ProblemAdvice(Words words) {
        this.answer = new ProblemAnswer(words);
    }

    @ExceptionHandler(WebProblem.class)
    Object known(WebProblem problem, HttpServletRequest request) {
        return answer.of(from(request), problem.status(), problem.sentences());
    }

    @ExceptionHandler(Refused.class)
    Object refused(Refused refused, HttpServletRequest request) {
        HttpStatus status = switch (refused.kind()) {
            case UNKNOWN -> HttpStatus.NOT_FOUND;
            case UNUSABLE -> HttpStatus.UNPROCESSABLE_CONTENT;
            case CONFLICT -> HttpStatus.CONFLICT;
        };
        return answer.of(from(request), status,
                List.of(Sentence.ofRefusal(refused.what(), refused.advice())));
    }

    /// A part of the path that is no number where one is meant: there is no such thing.
    @ExceptionHandler(MethodArgumentTypeMismatchException.class)
    Object nowhere(HttpServletRequest request) {
        return answer.of(from(request), HttpStatus.NOT_FOUND, List.of());
    }

    @ExceptionHandler(MaxUploadSizeExceededException.class)
    Object tooLarge(HttpServletRequest request) {
        return answer.of(from(request), HttpStatus.CONTENT_TOO_LARGE, List.of());
    }

    /// A body that is missing, too long or cannot be read, or is no form with a file where one is meant.
    @ExceptionHandler({HttpMessageNotReadableException.class, MultipartException.class, BodyLimit.Exceeded.class})
    Object unreadable(Exception failure, HttpServletRequest request) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BodyLimit.Exceeded exceeded) {
                return answer.of(from(request), HttpStatus.CONTENT_TOO_LARGE, List.of(exceeded.sentence()));
            }
        }
        return answer.of(from(request), HttpStatus.BAD_REQUEST, List.of());
    }

    /// The store is away for a moment; what stays until somebody acts is a failure like any other.
    @ExceptionHandler(StoreException.class)
    Object store(StoreException failure, HttpServletRequest request, HttpServletResponse response) {
        if (!failure.isRetryable()) {
            return any(failure, request);
        }
        LOG.warn("the store could not serve {} {}: {}", request.getMethod(), request.getRequestURI(),
                failure.getMessage());
        response.setHeader("Retry-After", RETRY_AFTER_SECONDS);
        return answer.of(from(request), HttpStatus.SERVICE_UNAVAILABLE, List.of());
    }

    @ExceptionHandler(AsyncRequestNotUsableException.class)
    void gone() {
        // The reader closed the connection: there is nobody to answer.
    }

    @ExceptionHandler(Exception.class)
    Object any(Exception exception, HttpServletRequest request) {
        if (exception instanceof ErrorResponse response && response.getStatusCode().is4xxClientError()) {
            HttpStatusCode status = response.getStatusCode();
            return answer.of(from(request), status, List.of());
        }
        String code = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("failure {} at {} {}", code, request.getMethod(), request.getRequestURI(), exception);
        return answer.of(from(request), HttpStatus.INTERNAL_SERVER_ERROR,
                List.of(Sentence.of("error.500.logged", code)));
    }

    private static ProblemAnswer.Request from(HttpServletRequest request) {
        return new ProblemAnswer.Request(request.getRequestURI(), request.getHeader("Accept"));
    }
}
