package dev.upswell.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BodyLimitTest {

    private static final int MOST = 5_000;

    private static LocalSite site;

    @BeforeAll
    static void open() {
        site = LocalSite.of(List.of(EchoResource.class), InstantSource.fixed(Instant.parse("2026-01-12T10:00:00Z")),
                ShellSettings.loopback().withLargestBody(MOST));
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @Test
    void aBodyUpToTheLimitIsTakenAndTheConnectionIsKept() throws IOException {
        try (var asked = new Asked("PUT", "/api/v1/text", "text/plain")) {
            asked.tell("Content-Length: " + MOST, "", "x".repeat(MOST));
            assertThat(asked.answered("{\"length\":5000}")).startsWith("HTTP/1.1 200").doesNotContain("close");
            asked.head("PUT", "/api/v1/text", "text/plain");
            asked.chunk("Transfer-Encoding: chunked\r\n\r\n", MOST);
            asked.tell("0", "", "");
            assertThat(asked.answered("{\"length\":5000}")).startsWith("HTTP/1.1 200");
        }
    }

    /// Nothing of the body is ever sent: the answer comes from its length alone.
    @Test
    void aLongerBodyIsRefusedBeforeItIsRead() throws IOException {
        try (var asked = new Asked("PUT", "/api/v1/text", "text/plain")) {
            asked.tell("Content-Length: 10000000000", "", "");
            asked.refusedAndThenClosed("/api/v1/text");
        }
    }

    @Test
    void aBodyWithoutLengthIsReadUpToTheLimit() throws IOException {
        try (var asked = new Asked("PUT", "/api/v1/text", "text/plain")) {
            asked.chunk("Transfer-Encoding: chunked\r\n\r\n", MOST + 1);
            asked.refusedAndThenClosed("/api/v1/text");
        }
    }

    /// The reader of JSON wraps what fails in the middle of a value.
    @Test
    void aDocumentIsReadUpToTheLimit() throws IOException {
        try (var asked = new Asked("POST", "/api/v1/document", "application/json")) {
            String begun = "{\"inner\":{\"name\":\"";
            asked.chunk("Transfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(begun.length()) + "\r\n" + begun
                    + "\r\n", MOST);
            asked.refusedAndThenClosed("/api/v1/document");
        }
    }

    /// Spring would put such forms into memory before it looks who takes them.
    @Test
    void aFormThatIsNotPostedIsNotRead() throws IOException {
        try (var asked = new Asked("PUT", "/api/v1/text", "application/x-www-form-urlencoded")) {
            asked.tell("Content-Length: 10000000000", "", "");
            assertThat(asked.answered("}")).startsWith("HTTP/1.1 415");
        }
    }

    /// One connection, with the head of a request up to what says how long its body is.
    private static final class Asked implements AutoCloseable {

        private final Socket socket;
        private final OutputStream out;

        Asked(String method, String path, String type) throws IOException {
            URI address = URI.create(site.address());
            socket = new Socket(address.getHost(), address.getPort());
            out = socket.getOutputStream();
            head(method, path, type);
        }

        void head(String method, String path, String type) throws IOException {
            write(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + type + "\r\n");
        }

        void tell(String... lines) throws IOException {
            write(String.join("\r\n", lines));
        }

        /// What comes before the chunk, and the chunk; more may follow.
        void chunk(String before, int length) throws IOException {
            write(before + Integer.toHexString(length) + "\r\n" + "x".repeat(length) + "\r\n");
        }

        private void write(String text) throws IOException {
            out.write(text.getBytes(StandardCharsets.US_ASCII));
        }

        /// What is answered, up to this end.
        String answered(String end) throws IOException {
            InputStream in = socket.getInputStream();
            StringBuilder answer = new StringBuilder();
            while (answer.indexOf(end) < 0) {
                int one = in.read();
                if (one < 0) {
                    break;
                }
                answer.append((char) one);
            }
            return answer.toString();
        }

        void refusedAndThenClosed(String path) throws IOException {
            assertThat(answered("}")).startsWith("HTTP/1.1 413").contains("application/problem+json",
                    "Connection: close", "\"title\":\"Too much was sent at once\"", "\"instance\":\"" + path + "\"",
                    "\"detail\":\"The body is longer than 5 KB, the most that is taken here. The setting server.largest-body-kb says how much that is.\"");
            socket.shutdownOutput();
            assertThat(answered("never")).as("what follows the answer").matches("(0|\\s)*");
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
