package dev.upswell.server.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.util.Arrays;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/// Lets no request fill the memory: whatever a controller takes as its `@RequestBody` is read up to a limit, and a longer one is
/// answered 413.
///
/// A length that is told is judged before a byte is read; a body without one (chunked) is read up to the limit. Uploads, and the
/// endpoints that read their stream themselves, have limits of their own.
@ControllerAdvice
final class BodyLimit extends RequestBodyAdviceAdapter implements HandlerInterceptor {

    private final long most;

    /// @param most the longest body, in bytes
    BodyLimit(long most) {
        this.most = most;
    }

    /// Spring reads a first byte before it asks the advice, which would tell a sender that waits for leave to go on.
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws Exceeded {
        if (request.getContentLengthLong() > most && handler instanceof HandlerMethod method
                && Arrays.stream(method.getMethodParameters())
                        .anyMatch(parameter -> parameter.hasParameterAnnotation(RequestBody.class))) {
            throw new Exceeded(most);
        }
        return true;
    }

    @Override
    public boolean supports(MethodParameter parameter, Type target, Class<? extends HttpMessageConverter<?>> reader) {
        return true;
    }

    @Override
    public HttpInputMessage beforeBodyRead(HttpInputMessage message, MethodParameter parameter, Type target,
            Class<? extends HttpMessageConverter<?>> reader) throws IOException {
        return new Bounded(message.getHeaders(), new BoundedStream(message.getBody(), most));
    }

    private record Bounded(HttpHeaders headers, InputStream body) implements HttpInputMessage {

        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }

        @Override
        public InputStream getBody() {
            return body;
        }
    }

    /// Fails at the first byte behind the limit.
    private static final class BoundedStream extends FilterInputStream {

        private final long most;
        private long read;

        BoundedStream(InputStream body, long most) {
            super(body);
            this.most = most;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int some = super.read(bytes, offset, length);
            count(Math.max(some, 0));
            return some;
        }

        private void count(int bytes) throws IOException {
            read += bytes;
            if (read > most) {
                throw new Exceeded(most);
            }
        }
    }

    /// A body that is longer than the limit.
    static final class Exceeded extends IOException {

        private static final long serialVersionUID = 1L;

        private final long most;

        Exceeded(long most) {
            super("the body has more than " + most + " bytes");
            this.most = most;
        }

        Sentence sentence() {
            return Sentence.of("problem.body", most / 1_000);
        }
    }
}
