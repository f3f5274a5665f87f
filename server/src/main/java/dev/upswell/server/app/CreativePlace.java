package dev.upswell.server.app;

import dev.upswell.embed.SentenceVectors;
import dev.upswell.server.across.Benchmarks;
import dev.upswell.server.across.ClientHashtags;
import dev.upswell.server.across.Competitors;
import dev.upswell.server.across.Industries;
import dev.upswell.server.across.PatternPlaces;
import dev.upswell.server.across.Transfers;
import dev.upswell.server.app.OpenWorkplace.Ground;
import dev.upswell.server.cli.Workplace;
import dev.upswell.server.ask.ModelMapper;
import dev.upswell.server.creative.Analyses;
import dev.upswell.server.creative.PatternRuns;
import dev.upswell.server.creative.PatternWorker;
import dev.upswell.server.listing.TableFiles;
import dev.upswell.server.overview.Digests;
import dev.upswell.server.refine.Refinements;
import dev.upswell.server.report.Branding;
import dev.upswell.server.report.Brandings;
import dev.upswell.server.report.Handovers;
import dev.upswell.server.report.Press;
import dev.upswell.server.report.ReportKinds;
import dev.upswell.server.report.Reports;
import dev.upswell.server.report.pdf.PdfRendering;
import dev.upswell.server.report.source.PatternReports;
import dev.upswell.server.report.source.ReportGround;
import dev.upswell.server.report.text.HtmlRendering;
import dev.upswell.server.report.text.MarkdownRendering;
import dev.upswell.server.setting.Setting;
import dev.upswell.server.setting.Settings;
import dev.upswell.server.text.EntityNames;
import dev.upswell.server.text.NamedCreatorRepository;
import dev.upswell.server.text.Texts;
import dev.upswell.server.taste.Taxonomies;
import dev.upswell.server.taste.word.ModelWords;
import dev.upswell.server.theme.Collisions;
import dev.upswell.server.theme.Divergences;
import dev.upswell.server.theme.Themes;
import dev.upswell.server.trial.EndedTrials;
import dev.upswell.server.trial.ReportFormats;
import dev.upswell.server.wording.Asking;
import dev.upswell.server.wording.CheckedWording;
import dev.upswell.server.wording.Outputs;
import dev.upswell.server.wording.Prices;
import dev.upswell.server.wording.Prompts;
import dev.upswell.server.wording.Purpose;
import dev.upswell.server.wording.Revising;
import dev.upswell.server.wording.Spending;
import dev.upswell.server.wording.WordingSettings;
import dev.upswell.server.wording.Wordings;
import dev.upswell.server.wording.provider.ProviderModels;
import dev.upswell.server.wording.provider.ProviderModels.Access;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// What captions of one tenant say, which choices in its videos go with engagement, and the reports of it, wired.
final class CreativePlace implements Workplace.Creative, Workplace.Texting, Workplace.Reporting {

    private final Ground ground;
    private final Supplier<Digests> digests;
    private final PatternWorker patternWorker;
    private final Asking asking;

    /// @param digests documents of two pages for executives
    CreativePlace(Ground ground, Supplier<Digests> digests) {
        this.ground = ground;
        this.digests = digests;
        this.patternWorker = new PatternWorker(patterns(), ground.clock());
        // One for the process: what may be under way at once is counted here.
        this.asking = new Asking(wordingSettings(), spending(), Thread::sleep);
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
    public Texts texts() {
        return new Texts(ground.tenant(), ground.database(), ground.clock(), Version.CODE, SentenceVectors::find);
    }

    @Override
    public EntityNames names() {
        return new EntityNames(ground.tenant(), ground.database(), ground.clock(), new NamedCreatorRepository(
                ground.tenant(), ground.database(), ground.number(Setting.TEXTS_NAMED_FROM)));
    }

    @Override
    public Themes themes() {
        return new Themes(ground.tenant(), ground.database(), ground.clock(), texts());
    }

    @Override
    public Divergences divergences() {
        return new Divergences(ground.tenant(), ground.database());
    }

    @Override
    public Collisions collisions() {
        return new Collisions(ground.tenant(), ground.database());
    }

    @Override
    public Reports reports() {
        ReportKinds patterns = new PatternReports(
                new ReportGround(patterns(), clientHashtags(), competitors(), industries(), benchmarks(),
                        () -> new ScoringPlace(ground).trials().tried()),
                new ReportFormats(ground.tenant(), ground.database(), ground.clock())::deal, PdfRendering::fits);
        ReportKinds figures = digests.get();
        return new Reports(ground.tenant(), ground.database(), ground.clock(),
                () -> Stream.concat(patterns.list().stream(), figures.list().stream()).toList(),
                new Press(new PdfRendering(), new HtmlRendering(), new MarkdownRendering()));
    }

    @Override
    public Handovers handovers() {
        return new Handovers(ground.tenant(), ground.database(), ground.clock(), new AccessPlace(ground).roster(),
                reports());
    }

    @Override
    public Brandings brandings() {
        return new Brandings(ground.tenant(), ground.database(), ground.clock());
    }

    /// Lists as files, under the name and with the line on confidentiality that the documents of the tenant have.
    TableFiles files() {
        return new TableFiles(ground.tenant(), ground.database().lake(), ground.clock(), () -> {
            Branding branding = brandings().get();
            return new TableFiles.Owner(ground.text(Setting.TENANT), branding.name(), branding.confidentiality());
        });
    }

    @Override
    public Wordings wordings() {
        var prompts = new Prompts(ground.tenant(), ground.database(), ground.clock());
        var outputs = new Outputs(ground.tenant(), ground.database(), ground.clock());
        return new Wordings(
                new CheckedWording(purpose -> models().of(purpose), asking, prompts, outputs, ground.clock()),
                prompts, outputs, spending(), ground.text(Setting.WORDING_CURRENCY));
    }

    @Override
    public Refinements refinements() {
        return new Refinements(ground.tenant(), ground.database(), ground.clock(),
                new Prompts(ground.tenant(), ground.database(), ground.clock()),
                new Revising(purpose -> models().of(purpose), asking));
    }

    /// Asks a model what a question means that no rule reads, where one is named for it.
    ModelMapper mapper() {
        return new ModelMapper(new Revising(purpose -> models().of(purpose), asking),
                new Prompts(ground.tenant(), ground.database(), ground.clock()));
    }

    /// Categories are worded by a model where one is named for it.
    Taxonomies taxonomies() {
        boolean asked = Stream.of(Purpose.TAXONOMY, Purpose.CATEGORY_WORDS)
                .anyMatch(purpose -> !models().of(purpose).isEmpty());
        return asked
                ? new Taxonomies(ground.tenant(), ground.database(), ground.clock(),
                        new ModelWords(wordings().wording(), ground.clock()))
                : new Taxonomies(ground.tenant(), ground.database(), ground.clock());
    }

    private Spending spending() {
        return new Spending(ground.tenant(), ground.database(), ground.clock());
    }

    private WordingSettings wordingSettings() {
        long ceiling = new BigDecimal(ground.text(Setting.WORDING_DAILY_CEILING)).movePointRight(6).longValue();
        return new WordingSettings(ground.number(Setting.WORDING_MAX_TOKENS), ground.number(Setting.WORDING_RETRIES),
                ground.number(Setting.WORDING_AT_ONCE),
                Duration.ofSeconds(ground.number(Setting.WORDING_TIMEOUT_SECONDS)),
                ceiling, Prices.of(ground.text(Setting.WORDING_PRICES)), Duration.ofSeconds(1));
    }

    private ProviderModels models() {
        String purposes = ground.text(Setting.WORDING_PURPOSES);
        Settings keyed = purposes.isEmpty() ? ground.settings() : ground.keyed();
        return ProviderModels.of(
                access(keyed, Setting.WORDING_ANTHROPIC_URL, Setting.WORDING_ANTHROPIC_KEY,
                        Setting.WORDING_ANTHROPIC_MODEL, false),
                access(keyed, Setting.WORDING_OPENAI_URL, Setting.WORDING_OPENAI_KEY, Setting.WORDING_OPENAI_MODEL,
                        false),
                access(keyed, Setting.WORDING_COMPATIBLE_URL, Setting.WORDING_COMPATIBLE_KEY,
                        Setting.WORDING_COMPATIBLE_MODEL, true),
                purposes, ground.guard());
    }

    /// What settings allow to be on this machine was named by a person too.
    private static Access access(Settings keyed, Setting url, Setting key, Setting model, boolean own) {
        return new Access(keyed.text(url), keyed.text(key), keyed.text(model),
                own || keyed.text(url).startsWith("http://"));
    }
}
