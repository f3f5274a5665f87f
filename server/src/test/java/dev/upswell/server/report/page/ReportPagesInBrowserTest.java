package dev.upswell.server.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import dev.upswell.server.report.KeptReports;
import dev.upswell.server.report.Logo;
import dev.upswell.server.report.ReportFormat;
import dev.upswell.server.report.SampleDocuments;
import dev.upswell.server.web.Chromium;
import dev.upswell.server.web.LocalSite;
import dev.upswell.server.web.Soundness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The pages of reports, and a report as a file of its own, in a browser: both themes, on a desk and on a phone.
@Tag("browser")
class ReportPagesInBrowserTest {

    @TempDir
    Path folder;

    @Test
    void everyPageAndTheFileAreSoundAndAccessible() throws IOException {
        KeptReports kept = KeptReports.offering();
        kept.brandings.put(SampleDocuments.branding());
        kept.brandings.putLogo(Logo.read(SampleDocuments.logo()));
        String id = kept.reports.make("client", Map.of("hashtag", "skincare"), "ada").getFirst().id().toString();
        Path file = Files.write(folder.resolve("report.html"), kept.reports.file(id, ReportFormat.HTML).bytes());
        try (LocalSite site = LocalSite.of(List.of(ReportPagesConfiguration.class), KeptReports.CLOCK, kept.reports,
                kept.brandings, kept.handovers); Chromium chromium = new Chromium()) {
            Page page = chromium.open(1440, "light");
            for (String address : List.of("/reports", "/reports/new", "/reports/" + id, "/reports/branding")) {
                sound(chromium, page, site.address() + address);
            }
            sound(chromium, page, file.toUri().toString());
        }
    }

    private static void sound(Chromium chromium, Page page, String address) {
        page.navigate(address);
        page.waitForLoadState(LoadState.LOAD);
        for (int width : new int[]{1440, 390}) {
            for (String theme : new String[]{"light", "dark"}) {
                Chromium.look(page, width, theme);
                if (address.startsWith("http")) {
                    assertThat(Soundness.faults(page)).as(address).isEmpty();
                }
                assertThat(chromium.violations(page)).as(address + " " + theme + " " + width).isEmpty();
                Chromium.assertNoSidewaysScrolling(page);
            }
        }
        chromium.assertSilent();
        Chromium.look(page, 1440, "light");
    }
}
