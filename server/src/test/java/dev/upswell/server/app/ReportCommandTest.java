package dev.upswell.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.app.Terminal.Said;
import dev.upswell.server.report.KeptReport;
import dev.upswell.server.report.SampleDocuments;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportCommandTest {

    private final Terminal terminal = new Terminal();

    @TempDir
    Path folder;

    @Test
    void aReportIsListedShownExportedAndRemoved() throws IOException {
        KeptReport kept;
        try (OpenWorkplace workplace = terminal.workplace()) {
            kept = workplace.reporting().reports().keep("client", List.of(SampleDocuments.client()), "run-1", "ada")
                    .getFirst();
        }
        Path pdf = folder.resolve("report.pdf");
        Path page = folder.resolve("report.html");

        assertThat(terminal.run("report", "list").out()).contains(kept.shortId(), "client",
                "What works for #skincare, 15–30 seconds");
        assertThat(terminal.json("report", "list").json().at("/0/id").asString()).isEqualTo(kept.id().toString());
        assertThat(terminal.run("report", "show", kept.shortId()).out()).contains("## Key findings");
        assertThat(terminal.run("report", "export", kept.shortId(), "--out", pdf.toString()).out())
                .contains("Wrote " + pdf + " (");
        assertThat(Files.readString(pdf, StandardCharsets.ISO_8859_1)).startsWith("%PDF-");
        terminal.run("report", "export", kept.shortId(), "--out", page.toString());
        assertThat(Files.readString(page)).startsWith("<!doctype html>");
        assertThat(terminal.run("report", "remove", kept.shortId()).out()).contains("Removed What works for #skincare");
        assertThat(terminal.run("report", "list").out()).contains("No report has been made yet.");
    }

    @Test
    void whatCannotBeDoneIsSaid() {
        assertThat(terminal.run("report", "kinds").out()).contains("Nothing can be reported yet");
        Said unknown = terminal.run("report", "export", "abc", "--format", "pdf");
        assertThat(unknown.exitCode()).isEqualTo(1);
        assertThat(unknown.err()).contains("There is no report abc.", "upswell report list");
        assertThat(terminal.run("report", "export", "abc", "--format", "doc").err())
                .contains("There is no format doc.", "Choose pdf, html, md or json.");
        assertThat(terminal.run("report", "show").err()).contains("the report is missing",
                "Name it: upswell report show ID.");
        assertThat(terminal.run("report", "make", "client").err()).contains("There is no kind of report client.");
    }
}
