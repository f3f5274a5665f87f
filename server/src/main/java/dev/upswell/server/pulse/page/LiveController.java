package dev.upswell.server.pulse.page;

import dev.upswell.server.access.Admission.Admitted;
import dev.upswell.server.access.Admission.Standing;
import dev.upswell.server.pulse.Pulses;
import dev.upswell.server.pulse.Pulses.Full;
import dev.upswell.server.pulse.Section;
import dev.upswell.server.pulse.Stream;
import dev.upswell.server.web.Query;
import dev.upswell.server.web.Sentence;
import dev.upswell.server.web.WebProblem;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// The stream of a tab, as server-sent events: `changed` with the names of sections, a comment each ten seconds so that a tab that is gone
/// is noticed, and `end` when whoever looks may no longer.
///
/// A stream costs a virtual thread and no thread of the server.
@Controller
final class LiveController {

    private static final Duration HEARTBEAT = Duration.ofSeconds(10);
    private static final String STREAM = "text/event-stream";
    private static final int LONGEST_TAB = 64;
    private static final String AGAIN_AFTER_SECONDS = "60";

    private final Pulses pulses;

    LiveController(Pulses pulses) {
        this.pulses = pulses;
    }

    @GetMapping("/live")
    void live(Query query, HttpServletRequest request, HttpServletResponse response) throws IOException {
        String tab = query.text("tab", LONGEST_TAB).orElse("");
        query.done();
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        if (accepted == null || !accepted.contains(STREAM)) {
            // Whoever waits for the end of an answer would wait for ever.
            WebProblem.send(request, response, HttpStatus.NOT_ACCEPTABLE, Sentence.of("live.stream", STREAM));
            return;
        }
        if (!(request.getAttribute(Admitted.ATTRIBUTE) instanceof Admitted admitted)
                || !(request.getAttribute(Standing.ATTRIBUTE) instanceof Standing standing)) {
            throw new IllegalStateException(
                    "request (/live) must have come by the door\nMaybe the filter was left out.");
        }
        Pulses.Opened opened = pulses.open(admitted.tenant().id(), admitted.caller().signature(), tab);
        Stream stream = opened.stream();
        if (stream == null) {
            refuse(request, response, opened.full() == Full.OF_ONE);
            return;
        }
        response.setStatus(HttpServletResponse.SC_OK);
        response.setContentType(STREAM + ";charset=UTF-8");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        AsyncContext connection = request.startAsync();
        connection.setTimeout(0);
        Thread.ofVirtual().name("upswell-live").start(() -> serve(connection, stream, standing));
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, boolean ofOne)
            throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, AGAIN_AFTER_SECONDS);
        WebProblem.send(request, response, ofOne ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.SERVICE_UNAVAILABLE,
                ofOne
                        ? Sentence.of("live.tooMany", Pulses.MOST_OF_ONE)
                        : Sentence.of("live.full", Pulses.MOST));
    }

    private void serve(AsyncContext connection, Stream stream, Standing standing) {
        try {
            OutputStream out = connection.getResponse().getOutputStream();
            say(out, "retry: 5000\n\n");
            Optional<Set<Section>> told = stream.next(HEARTBEAT);
            while (told.isPresent() && standing.holds()) {
                say(out, words(told.get()));
                told = stream.next(HEARTBEAT);
            }
            say(out, "event: end\ndata: \n\n");
        } catch (IOException | IllegalStateException gone) {
            // The tab was closed, or shows another page.
        } finally {
            pulses.close(stream);
            finish(connection);
        }
    }

    private static void finish(AsyncContext connection) {
        try {
            connection.complete();
        } catch (IllegalStateException gone) {
            // The server found out first.
        }
    }

    private static String words(Set<Section> changed) {
        return changed.isEmpty()
                ? ":\n\n"
                : "event: changed\ndata: "
                        + changed.stream().map(Section::label).sorted().collect(Collectors.joining(" "))
                        + "\n\n";
    }

    private static void say(OutputStream out, String words) throws IOException {
        out.write(words.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
