package dev.upswell.server.report;

import dev.upswell.server.access.AccessParts;
import dev.upswell.server.access.Roster;
import dev.upswell.server.report.pdf.PdfRendering;
import dev.upswell.server.report.text.HtmlRendering;
import dev.upswell.server.report.text.MarkdownRendering;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/// Reports of a tenant of its own, which can be made of one kind.
public final class KeptReports {

    public static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    public static final InstantSource CLOCK = InstantSource.fixed(NOON);

    private static final ReportKind CLIENT = new ReportKind("client", "For the client",
            "What works for a hashtag, on two pages.",
            List.of(new ReportKind.Parameter("hashtag", "Hashtag", true, Map.of()),
                    new ReportKind.Parameter("language", "Language", false,
                            Map.of("en", "English", "id", "Indonesia"))),
            said -> new ReportSource.Output(List.of(said.getOrDefault("language", "en").equals("id")
                    ? SampleDocuments.indonesian()
                    : SampleDocuments.client()), "run-" + said.get("hashtag")));

    public final TenantId tenant = TestDatabase.newTenant();
    public final Brandings brandings = new Brandings(tenant, TestDatabase.shared(), CLOCK);
    public final Reports reports;
    public final Handovers handovers;

    private KeptReports(ReportKinds kinds) {
        reports = new Reports(tenant, TestDatabase.shared(), CLOCK, kinds,
                new Press(new PdfRendering(), new HtmlRendering(), new MarkdownRendering()));
        var people = new AccessParts(tenant, TestDatabase.shared(), CLOCK, Duration.ofHours(1));
        handovers = new Handovers(tenant, TestDatabase.shared(), CLOCK, new Roster(people), reports);
    }

    /// Where documents for clients can be made.
    public static KeptReports offering() {
        return new KeptReports(() -> List.of(CLIENT));
    }

    /// Where there is nothing to make one of.
    public static KeptReports idle() {
        return new KeptReports(List::of);
    }
}
