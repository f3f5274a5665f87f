package dev.upswell.server.app;

import dev.upswell.server.app.OpenWorkplace.Ground;
import dev.upswell.server.cli.Workplace;
import dev.upswell.server.report.Brandings;
import dev.upswell.server.report.Press;
import dev.upswell.server.report.ReportKinds;
import dev.upswell.server.report.Reports;
import dev.upswell.server.report.pdf.PdfRendering;
import dev.upswell.server.report.text.HtmlRendering;
import dev.upswell.server.report.text.MarkdownRendering;
import java.util.List;

/// Reports of one tenant, wired.
final class ReportingPlace implements Workplace.Reporting {

    /// What reports can be made of: nothing as long as no analyses are kept.
    private static final ReportKinds KINDS = List::of;

    private final Ground ground;

    ReportingPlace(Ground ground) {
        this.ground = ground;
    }

    @Override
    public Reports reports() {
        return new Reports(ground.tenant(), ground.database(), ground.clock(), KINDS,
                new Press(new PdfRendering(), new HtmlRendering(), new MarkdownRendering()));
    }

    @Override
    public Brandings brandings() {
        return new Brandings(ground.tenant(), ground.database(), ground.clock());
    }
}
