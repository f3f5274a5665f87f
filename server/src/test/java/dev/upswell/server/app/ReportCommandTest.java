package dev.upswell.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.app.Terminal.Said;
import dev.upswell.server.report.KeptReport;
import dev.upswell.server.report.SampleDocuments;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
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
    void aSearchBecomesThreePdfsAndForEachLengthTenStrategiesThatSayWhereEvidenceIsMissing() throws IOException {
        PostedFiles files = PostedFiles.write(folder, 60);
        List<String> videos = Files.readAllLines(files.videos());
        for (int i = 36; i < videos.size(); i++) {
            videos.set(i, videos.get(i).replaceFirst("\"durationSeconds\":\\d+", "\"durationSeconds\":20"));
        }
        Files.write(files.videos(), videos);
        terminal.run("import", files.videos().toString(), files.observations().toString());
        String run = "run=" + terminal.json("patterns", "run", "--client", "Acme", "--hashtag", "bali").json()
                .at("/run/id").asString();

        for (String kind : List.of("client", "factory", "affiliate")) {
            Path pdf = folder.resolve(kind + ".pdf");
            assertThat(terminal.run("report", "make", kind, "--set", run, "--out", pdf.toString()).out())
                    .contains("Wrote " + pdf + " (");
            assertThat(Files.readString(pdf, StandardCharsets.ISO_8859_1)).startsWith("%PDF-");
        }
        Said whole = terminal.run("report", "make", "long", "--set", run, "--out",
                folder.resolve("whole.md").toString());

        assertThat(whole.out()).contains("Wrote " + folder.resolve("whole-1.md"),
                "Wrote " + folder.resolve("whole-2.md")).doesNotContain("whole-3");
        for (String name : List.of("whole-1.md", "whole-2.md")) {
            List<String> strategies = strategies(Files.readString(folder.resolve(name)));
            assertThat(strategies).as(name).hasSize(10);
            for (int i = 0; i < 10; i++) {
                assertThat(strategies.get(i)).startsWith((i + 1) + "\\. ");
            }
            assertThat(strategies).filteredOn(one -> one.contains("**Not looked at**")).as(name).hasSizeBetween(1, 9)
                    .allMatch(one -> one.contains("because nobody analysed or coded them for it"));
            assertThat(strategies).filteredOn(one -> one.contains("Ask a question in the caption")).as(name)
                    .isNotEmpty();
        }
        assertThat(terminal.run("report", "make", "client", "--set", run, "--format", "doc").err())
                .contains("There is no format doc.");
        assertThat(terminal.json("report", "list").json()).as("what cannot be written is not made").hasSize(5);
    }

    /// The numbered sections of a report.
    private static List<String> strategies(String report) {
        return Arrays.stream(report.split("\n## ", -1)).filter(section -> section.matches("(?s)\\d+\\\\\\. .*"))
                .toList();
    }

    @Test
    void whatCannotBeDoneIsSaid() {
        assertThat(terminal.run("report", "kinds").out()).as("without a search for patterns").contains("executive")
                .doesNotContain("factory");
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
