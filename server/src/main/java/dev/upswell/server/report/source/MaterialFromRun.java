package dev.upswell.server.report.source;

import dev.upswell.across.HandleReport;
import dev.upswell.across.SharedPattern;
import dev.upswell.brief.AmongClients;
import dev.upswell.brief.Assignment;
import dev.upswell.brief.Beside;
import dev.upswell.brief.Competitor;
import dev.upswell.brief.Industry;
import dev.upswell.brief.Looked;
import dev.upswell.brief.Material;
import dev.upswell.brief.Offer;
import dev.upswell.brief.Selection;
import dev.upswell.brief.Subject;
import dev.upswell.brief.Transfer;
import dev.upswell.content.EntityId;
import dev.upswell.creative.DurationBucket;
import dev.upswell.pattern.AnalysedVideo;
import dev.upswell.pattern.PatternAnalysis;
import dev.upswell.pattern.select.Exclusion;
import dev.upswell.pattern.select.Widened;
import dev.upswell.server.across.BenchmarkDocument;
import dev.upswell.server.across.ClientHashtags;
import dev.upswell.server.creative.PatternRun;
import dev.upswell.server.creative.PatternSubject;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Puts together what a document about a search is written from.
final class MaterialFromRun {

    private static final Pattern HANDLE = Pattern.compile("[\\w.]+");
    private static final String ENGAGEMENT = "engagement";
    private static final Pattern VIDEO = Pattern.compile("\\d+");

    private final ReportGround ground;

    MaterialFromRun(ReportGround ground) {
        this.ground = ground;
    }

    /// The material of a search that is done.
    ///
    /// **errors** a [dev.upswell.server.refusal.Refused] when there is no such search, or no video of a competitor is stored
    Material of(String id, Map<String, String> said) {
        PatternRun run = ground.runs().get(id);
        PatternAnalysis analysis = Objects.requireNonNull(run.analysis(), "only searches that are done are offered");
        Offer offer = new Offer(said.get("brand"), said.get("product"), listed(said.get("points"), ";"),
                said.get("audience"), said.get("tone"));
        Assignment assignment = new Assignment(run.client(), subject(run.subject()), offer,
                listed(said.get("deliverables"), ";"),
                listed(said.get("competitors"), ",").stream().map(this::competitor).toList(), said.get("contact"));
        List<AnalysedVideo> videos = ground.runs().videos(run.id());
        return new Material(assignment, analysis, selection(run), Looked.of(videos), links(videos),
                new Beside(industry(run, said.get("industry")), transfer(run), ground.trials().get(),
                        clients(run.client())));
    }

    /// Lengths of which a benchmark may be told, as the last edition tells them; null where there is none.
    private @Nullable AmongClients clients(String client) {
        List<AmongClients.Length> lengths = new ArrayList<>();
        ground.benchmarks().find(client).ifPresent(found -> found.lengths().forEach(length -> {
            LocalDate quarter = length.quarter();
            Integer atLeast = length.atLeast();
            if (quarter != null && atLeast != null) {
                length.figures().stream().filter(figure -> figure.measure().equals(ENGAGEMENT)).findFirst()
                        .flatMap(figure -> Optional.ofNullable(among(length, quarter, atLeast, figure)))
                        .ifPresent(lengths::add);
            }
        }));
        return lengths.isEmpty() ? null : new AmongClients(lengths);
    }

    private static AmongClients.@Nullable Length among(BenchmarkDocument.Length length, LocalDate quarter, int atLeast,
            BenchmarkDocument.Figure figure) {
        Double lower = figure.lower();
        Double median = figure.median();
        Double upper = figure.upper();
        String position = figure.position();
        return lower == null || median == null || upper == null
                ? null
                : new AmongClients.Length(DurationBucket.valueOf(length.bucket().toUpperCase(Locale.ROOT)), quarter,
                        atLeast, figure.own(), lower, median, upper, position == null
                                ? null
                                : AmongClients.Position.valueOf(position.toUpperCase(Locale.ROOT)));
    }

    /// The one that is said, else that of the client; null where neither is known.
    private @Nullable Industry industry(PatternRun run, @Nullable String said) {
        return said == null ? ground.industries().of(run.client()).orElse(null) : ground.industries().known().get(said);
    }

    private static Subject subject(PatternSubject subject) {
        return switch (subject.kind()) {
            case HASHTAG -> new Subject.Hashtag(subject.names().getFirst());
            case CREATORS -> new Subject.Creators(subject.names());
            case ALL -> new Subject.All();
        };
    }

    private static List<String> listed(@Nullable String text, String between) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split(between, -1)).map(String::strip).filter(one -> !one.isEmpty()).toList();
    }

    private Competitor competitor(String handle) {
        HandleReport report = ground.competitors().of(handle, null).report();
        double engagement = report.mix().stream().mapToDouble(part -> part.share() * part.engagementRate()).sum();
        return new Competitor(report.handle(), report.videos(), report.videos() == 0 ? null : (Double) engagement,
                null);
    }

    private static Selection selection(PatternRun run) {
        var settings = run.settings().selection();
        Instant from = settings.from();
        return new Selection(LocalDate.ofInstant(run.begunAt(), ZoneOffset.UTC),
                from == null ? null : LocalDate.ofInstant(from, ZoneOffset.UTC), run.chosen().candidates(),
                run.chosen().left(Exclusion.OUTLIER),
                run.chosen().buckets().stream().mapToInt(bucket -> bucket.outliers()).sum(), settings.leastViews(),
                settings.leastEngagement(), wider(run.chosen().widened()));
    }

    private static Selection.Wider wider(List<Widened> widened) {
        return new Selection.Wider(widened.stream().mapToInt(Widened::otherDates).sum(),
                widened.stream().map(Widened::from).flatMap(Stream::ofNullable).min(Comparator.naturalOrder())
                        .map(from -> LocalDate.ofInstant(from, ZoneOffset.UTC)).orElse(null),
                widened.stream().mapToInt(Widened::ofSiblings).sum(), widened.stream()
                        .flatMap(one -> one.lent().stream()).map(Widened.Lent::hashtag).distinct().sorted().toList());
    }

    /// Where videos are watched; none for those whose creator is unknown.
    private static Map<EntityId, URI> links(List<AnalysedVideo> videos) {
        Map<EntityId, URI> links = new HashMap<>();
        for (AnalysedVideo video : videos) {
            EntityId creator = video.creator();
            if (creator != null && HANDLE.matcher(creator.value()).matches()
                    && VIDEO.matcher(video.id().value()).matches()) {
                links.put(video.id(), URI.create(
                        "https://www.tiktok.com/@" + creator.value() + "/video/" + video.id().value()));
            }
        }
        return links;
    }

    /// What holds across the client's hashtags; null unless there are two searches of hashtags.
    private @Nullable Transfer transfer(PatternRun run) {
        if (run.subject().kind() != PatternSubject.Kind.HASHTAG) {
            return null;
        }
        ClientHashtags.Compared compared = ground.hashtags().compared(run.client());
        return compared.searches().size() < 2
                ? null
                : new Transfer(compared.searches().size(), compared.buckets().stream()
                        .flatMap(bucket -> bucket.patterns().stream())
                        .filter(pattern -> pattern.good() && pattern.reach() == SharedPattern.Reach.UNIVERSAL)
                        .map(SharedPattern::choice).distinct().toList());
    }
}
