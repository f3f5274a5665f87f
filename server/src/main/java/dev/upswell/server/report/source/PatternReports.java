package dev.upswell.server.report.source;

import dev.upswell.brief.Material;
import dev.upswell.brief.StrategyKind;
import dev.upswell.brief.audience.AffiliateBrief;
import dev.upswell.brief.audience.ClientBrief;
import dev.upswell.brief.audience.Detail;
import dev.upswell.brief.audience.FactoryBrief;
import dev.upswell.brief.audience.LongReport;
import dev.upswell.content.EntityId;
import dev.upswell.creative.DurationBucket;
import dev.upswell.document.Document;
import dev.upswell.pattern.BucketAnalysis;
import dev.upswell.server.across.Industries;
import dev.upswell.server.creative.PatternRun;
import dev.upswell.server.creative.PatternRuns;
import dev.upswell.server.report.ReportKind;
import dev.upswell.server.report.ReportKind.Parameter;
import dev.upswell.server.report.ReportKinds;
import dev.upswell.server.report.ReportRefused;
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
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Reports of searches for patterns: for clients, producers and affiliates, and the long one of each length.
public final class PatternReports implements ReportKinds {

    /// So many searches are offered, the last first.
    private static final int OFFERED = 50;

    private static final Parameter LANGUAGE = new Parameter("language", "Language (English if not said)", false,
            choices("en", "English", "id", "Bahasa Indonesia"));
    private static final List<Parameter> OFFER = List.of(text("brand", "Brand"), text("product", "Product"),
            text("points", "What is special about it, with semicolons between"), text("audience", "Whom it is for"));
    private static final Pattern HANDLE = Pattern.compile("[\\w.]{1,100}");
    private static final Parameter CONTACT = text("contact", "Whom to ask");

    private final PatternRuns runs;
    private final Industries industries;
    private final MaterialFromRun materials;
    private final Function<String, StrategyKind.Format> dealer;
    private final Predicate<Document> fits;

    /// @param dealer which format a report for this creator is dealt in a test of formats
    /// @param fits whether a document fits its pages, so that briefs tell as much as there is room for
    public PatternReports(ReportGround ground, Function<String, StrategyKind.Format> dealer,
            Predicate<Document> fits) {
        this.runs = ground.runs();
        this.industries = ground.industries();
        this.dealer = dealer;
        this.fits = fits;
        this.materials = new MaterialFromRun(ground);
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
                factory(run),
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
            Locale language = language(said);
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

    /// For a creator in a test of formats it is dealt a format, which the report remembers.
    private ReportKind factory(Parameter run) {
        ReportSource source = said -> {
            String id = said.getOrDefault("run", "");
            Locale language = language(said);
            String tester = said.get("tester");
            Material material = materials.of(id, said);
            if (tester == null) {
                return new ReportSource.Output(List.of(firstThatFits(List.of(
                        FactoryBrief.unparted(material, language).within(1), FactoryBrief.of(material, language)))),
                        id);
            }
            String creator = handle(tester);
            if (!FactoryBrief.hasDirection(material)) {
                throw ReportRefused.parameters(List.of("\"tester\" has nothing to try: no pattern is confirmed for the "
                        + "length of this brief, so that formats do not differ."));
            }
            StrategyKind.Format format = dealer.apply(creator);
            return new ReportSource.Output(List.of(FactoryBrief.of(material, language, format)), id,
                    new ReportSource.Given(format.name().toLowerCase(Locale.ROOT), creator));
        };
        return new ReportKind("factory", "Production brief",
                "What to film second by second, with key messages and deliverables: two pages.",
                joined(List.of(run, LANGUAGE, text("tone", "Tone"),
                        text("deliverables", "Deliverables, with semicolons between"), CONTACT,
                        text("tester", "In a test of formats: handle of the creator it is for")), OFFER),
                source);
    }

    private static Locale language(Map<String, String> said) {
        return Locale.forLanguageTag(said.getOrDefault("language", "en"));
    }

    private static String handle(String tester) {
        String handle = tester.startsWith("@") ? tester.substring(1) : tester;
        if (!HANDLE.matcher(handle).matches()) {
            throw ReportRefused.parameters(List.of("\"tester\" is no handle of a creator."));
        }
        return EntityId.creator(handle).value();
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
