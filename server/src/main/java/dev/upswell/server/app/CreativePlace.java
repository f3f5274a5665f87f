package dev.upswell.server.app;

import dev.upswell.server.across.Benchmarks;
import dev.upswell.server.across.ClientHashtags;
import dev.upswell.server.across.Competitors;
import dev.upswell.server.across.Industries;
import dev.upswell.server.across.PatternPlaces;
import dev.upswell.server.across.Transfers;
import dev.upswell.server.app.OpenWorkplace.Ground;
import dev.upswell.server.cli.Workplace;
import dev.upswell.server.creative.Analyses;
import dev.upswell.server.creative.PatternRuns;
import dev.upswell.server.creative.PatternWorker;
import dev.upswell.server.report.Brandings;
import dev.upswell.server.report.Press;
import dev.upswell.server.report.Reports;
import dev.upswell.server.report.pdf.PdfRendering;
import dev.upswell.server.report.source.PatternReports;
import dev.upswell.server.report.text.HtmlRendering;
import dev.upswell.server.report.text.MarkdownRendering;
import dev.upswell.server.trial.EndedTrials;
import dev.upswell.server.trial.ReportFormats;

/// Which choices in videos of one tenant go with engagement, and the reports of it, wired.
final class CreativePlace implements Workplace.Creative, Workplace.Reporting {

    private final Ground ground;
    private final PatternWorker patternWorker;

    CreativePlace(Ground ground) {
        this.ground = ground;
        this.patternWorker = new PatternWorker(patterns(), ground.clock());
    }

    /// Searches for patterns in this process, for pages, requests and the job that goes on with what was cut off: one, so that all know how
    /// far it is. A server closes it before the store.
    PatternWorker patternWorker() {
        return patternWorker;
    }

    @Override
    public Analyses analyses() {
        return new Analyses(ground.tenant(), ground.database(), ground.clock());
    }

    @Override
    public ClientHashtags clientHashtags() {
        return new ClientHashtags(patterns());
    }

    @Override
    public Competitors competitors() {
        return new Competitors(patterns());
    }

    @Override
    public Transfers transfers() {
        return new Transfers(patterns());
    }

    @Override
    public Industries industries() {
        return new Industries(ground.tenant(), ground.database(), ground.clock(), patterns());
    }

    @Override
    public PatternPlaces patternPlaces() {
        return new PatternPlaces(patterns(), clientHashtags(), industries());
    }

    @Override
    public Benchmarks benchmarks() {
        return new Benchmarks(ground.tenant(), ground.database(), ground.clock(), patterns(), industries());
    }

    @Override
    public PatternRuns patterns() {
        return new PatternRuns(ground.tenant(), ground.database(), ground.clock(),
                new EndedTrials(ground.tenant(), ground.database()));
    }

    @Override
    public Reports reports() {
        return new Reports(ground.tenant(), ground.database(), ground.clock(),
                new PatternReports(patterns(), clientHashtags(), competitors(), industries(),
                        new ReportFormats(ground.tenant(), ground.database(), ground.clock())::deal,
                        PdfRendering::fits),
                new Press(new PdfRendering(), new HtmlRendering(), new MarkdownRendering()));
    }

    @Override
    public Brandings brandings() {
        return new Brandings(ground.tenant(), ground.database(), ground.clock());
    }
}
