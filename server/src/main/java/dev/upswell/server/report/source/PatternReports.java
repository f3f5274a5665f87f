package dev.upswell.server.report.source;

import dev.upswell.brief.Material;
import dev.upswell.brief.audience.AffiliateBrief;
import dev.upswell.brief.audience.ClientBrief;
import dev.upswell.brief.audience.Detail;
import dev.upswell.brief.audience.FactoryBrief;
import dev.upswell.brief.audience.LongReport;
import dev.upswell.creative.DurationBucket;
import dev.upswell.document.Document;
import dev.upswell.pattern.BucketAnalysis;
import dev.upswell.server.across.ClientHashtags;
import dev.upswell.server.across.Competitors;
import dev.upswell.server.across.Industries;
import dev.upswell.server.creative.PatternRun;
import dev.upswell.server.creative.PatternRuns;
import dev.upswell.server.report.ReportKind;
import dev.upswell.server.report.ReportKind.Parameter;
import dev.upswell.server.report.ReportKinds;
import dev.upswell.server.report.ReportSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Reports of searches for patterns: for clients, producers and affiliates, and the long one of each length.
public final class PatternReports implements ReportKinds {

    /// So many searches are offered, the last first.
    private static final int OFFERED = 50;

    private static final Parameter LANGUAGE = new Parameter("language", "Language (English if not said)", false,
            choices("en", "English", "id", "Bahasa Indonesia"));
    private static final List<Parameter> OFFER = List.of(text("brand", "Brand"), text("product", "Product"),
            text("points", "What is special about it, with semicolons between"), text("audience", "Whom it is for"));
    private static final Parameter CONTACT = text("contact", "Whom to ask");

    private final PatternRuns runs;
    private final Industries industries;
    private final MaterialFromRun materials;
    private final Predicate<Document> fits;

    /// @param fits whether a document fits its pages, so that briefs tell as much as there is room for
    public PatternReports(PatternRuns runs, ClientHashtags hashtags, Competitors competitors, Industries industries,
            Predicate<Document> fits) {
        this.runs = runs;
        this.industries = industries;
        this.fits = fits;
        this.materials = new MaterialFromRun(runs, hashtags, competitors, industries);
    }

    @Override
    public List<ReportKind> list() {
        Parameter run = run();
        if (run.choices().isEmpty()) {
            return List.of();
        }
        return List.of(
                kind("client", "Client brief", "What was found and what to test next, with all statistics: two pages.",
                        run, joined(List.of(LANGUAGE, industry(),
                                text("competitors", "Handles of competitors, with commas between"), CONTACT), OFFER),
                        (material, language) -> List.of(fullest(detail -> ClientBrief.of(material, language, detail)))),
                kind("factory", "Production brief",
                        "What to film second by second, with key messages and deliverables: two pages.", run,
                        joined(List.of(LANGUAGE, text("tone", "Tone"),
                                text("deliverables", "Deliverables, with semicolons between"), CONTACT), OFFER),
                        (material, language) -> List.of(firstThatFits(List.of(
                                FactoryBrief.unparted(material, language).within(1),
                                FactoryBrief.of(material, language))))),
                kind("affiliate", "Affiliate brief",
                        "What works and how to make it one's own, without statistics: two pages.",
                        run, joined(List.of(LANGUAGE, CONTACT), OFFER),
                        (material, language) -> List
                                .of(fullest(detail -> AffiliateBrief.of(material, language, detail)))),
                kind("long", "Long report",
                        "All ten strategies with their evidence, a document for each length that has videos enough.",
                        run, joined(List.of(LANGUAGE, industry(), CONTACT), OFFER), PatternReports::longReports));
    }

    private ReportKind kind(String name, String title, String means, Parameter run, List<Parameter> others,
            BiFunction<Material, Locale, List<Document>> documents) {
        ReportSource source = said -> {
            String id = said.getOrDefault("run", "");
            Locale language = Locale.forLanguageTag(said.getOrDefault("language", "en"));
            return new ReportSource.Output(documents.apply(materials.of(id, said), language), id);
        };
        return new ReportKind(name, title, means, joined(List.of(run), others), source);
    }

    /// All there is on one page where it fits, else as much of it as fits two.
    private Document fullest(Function<Detail, Document> brief) {
        return firstThatFits(Stream.concat(Stream.of(brief.apply(Detail.FULL).within(1)),
                Stream.of(Detail.values()).map(brief)).toList());
    }

    /// The last where none does.
    private Document firstThatFits(List<Document> documents) {
        return documents.stream().filter(fits).findFirst().orElse(documents.getLast());
    }

    /// One for each length with videos enough; where none has, one of the first length says so.
    private static List<Document> longReports(Material material, Locale language) {
        List<DurationBucket> enough = material.analysis().buckets().stream()
                .filter(bucket -> bucket.depth() != BucketAnalysis.Depth.INSUFFICIENT).map(BucketAnalysis::bucket)
                .toList();
        List<DurationBucket> told = enough.isEmpty()
                ? material.analysis().buckets().stream().map(BucketAnalysis::bucket).limit(1).toList()
                : enough;
        return told.stream().map(bucket -> LongReport.of(material, bucket, language)).toList();
    }

    /// The searches that are done.
    private Parameter run() {
        Map<String, String> done = new LinkedHashMap<>();
        for (PatternRun run : runs.list(OFFERED, 0).items()) {
            if (run.analysis() != null) {
                done.put(run.id().toString(), "%s, %s, %s".formatted(run.subject().said(), run.client(),
                        run.begunAt().atZone(ZoneOffset.UTC).toLocalDate()));
            }
        }
        return new Parameter("run", "Search for patterns", true, done);
    }

    private Parameter industry() {
        Map<String, String> all = new LinkedHashMap<>();
        industries.known().forEach((key, one) -> all.put(key, one.name(Locale.ENGLISH)));
        return new Parameter("industry", "Industry, for comparison (the client's if not said)", false, all);
    }

    private static Parameter text(String name, String label) {
        return new Parameter(name, label, false, Map.of());
    }

    private static Map<String, String> choices(String... keysAndWords) {
        Map<String, String> choices = new LinkedHashMap<>();
        for (int i = 0; i < keysAndWords.length; i += 2) {
            choices.put(keysAndWords[i], keysAndWords[i + 1]);
        }
        return choices;
    }

    private static List<Parameter> joined(List<Parameter> first, List<Parameter> others) {
        List<Parameter> all = new ArrayList<>(first);
        all.addAll(others);
        return all;
    }
}
