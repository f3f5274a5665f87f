package dev.upswell.server.across;

import dev.upswell.across.ClientBenchmark;
import dev.upswell.across.ClientFigures.OfHashtag;
import dev.upswell.across.ClientFigures;
import dev.upswell.brief.Industry;
import dev.upswell.creative.DurationBucket;
import dev.upswell.pattern.BucketAnalysis;
import dev.upswell.pattern.BucketFigures;
import dev.upswell.pattern.PatternAnalysis;
import dev.upswell.pattern.select.Selection;
import dev.upswell.server.across.BenchmarkRepository.Edition;
import dev.upswell.server.creative.PatternRun;
import dev.upswell.server.creative.PatternRuns;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What clients of one industry reach, so that a client can be put beside them and none can be recognised.
///
/// An edition is made when somebody asks for it, once a quarter for each length, and then stands as it is: whoever looks twice sees no
/// client come, go or change.
public final class Benchmarks {

    private final TenantId tenant;
    private final Database database;
    private final InstantSource clock;
    private final PatternRuns runs;
    private final Industries industries;
    private final BenchmarkRepository rows = new BenchmarkRepository();

    public Benchmarks(TenantId tenant, Database database, InstantSource clock, PatternRuns runs,
            Industries industries) {
        this.tenant = tenant;
        this.database = database;
        this.clock = clock;
        this.runs = runs;
        this.industries = industries;
    }

    /// What came of asking for benchmarks, by lengths of industries.
    ///
    /// @param made anew
    /// @param standing made earlier in this quarter, or as nothing has changed since
    /// @param waiting fewer than three clients differ from the former edition, which stands
    /// @param withheld there are too few clients, or one has more than half of the videos
    public record Made(int made, int standing, int waiting, int withheld) {

        private Made plus(Made other) {
            return new Made(made + other.made, standing + other.standing, waiting + other.waiting,
                    withheld + other.withheld);
        }
    }

    /// Makes what may be made in this quarter.
    public Made make(String by) {
        SortedMap<String, List<String>> clients = new TreeMap<>();
        industries.clients().forEach(client -> {
            String industry = client.industry();
            if (industry != null) {
                clients.computeIfAbsent(industry, _ -> new ArrayList<>()).add(client.client());
            }
        });
        Made all = new Made(0, 0, 0, 0);
        for (Map.Entry<String, List<String>> industry : clients.entrySet()) {
            Map<DurationBucket, Edition> former = former(industry.getKey());
            for (Map.Entry<DurationBucket, List<ClientFigures>> length : byLength(industry.getValue()).entrySet()) {
                all = all.plus(made(new Edition(industry.getKey(), length.getKey(), quarter(),
                        ClientBenchmark.counting(length.getValue())), former, by));
            }
        }
        return all;
    }

    private Made made(Edition wanted, Map<DurationBucket, Edition> formerly, String by) {
        Edition former = formerly.get(wanted.bucket());
        if (former != null && (former.quarter().equals(wanted.quarter())
                || former.figures().equals(wanted.figures()))) {
            return new Made(0, 1, 0, 0);
        }
        if (!(ClientBenchmark.of(wanted.figures()) instanceof ClientBenchmark.Told)) {
            return new Made(0, 0, 0, 1);
        }
        if (former != null && !ClientBenchmark.mayFollow(former.figures(), wanted.figures())) {
            return new Made(0, 0, 1, 0);
        }
        boolean kept = database.transactions().call(tenant, db -> rows.keep(db, wanted, by, clock.instant()));
        return kept ? new Made(1, 0, 0, 0) : new Made(0, 1, 0, 0);
    }

    /// The same where there is one: empty where no hashtag was searched for the client, or nobody has said its industry.
    public Optional<BenchmarkDocument> find(String client) {
        return industries.clients().stream().noneMatch(one -> one.client().equals(client))
                || industries.of(client).isEmpty() ? Optional.empty() : Optional.of(of(client));
    }

    /// A client beside the others of its industry.
    ///
    /// **errors** [AcrossRefused] when no hashtag was searched for it, or nobody has said its industry
    public BenchmarkDocument of(String client) {
        if (industries.clients().stream().noneMatch(one -> one.client().equals(client))) {
            throw AcrossRefused.client(client);
        }
        Industry industry = industries.of(client).orElseThrow(() -> AcrossRefused.unplaced(client));
        List<String> all = industries.clients().stream().filter(one -> industry.key().equals(one.industry()))
                .map(Industries.OfClient::client).toList();
        Map<DurationBucket, Edition> editions = former(industry.key());
        Map<DurationBucket, List<ClientFigures>> now = byLength(all);
        List<ClientFigures> ofClient = figures(client, runs.lastOfHashtags(client));
        List<BenchmarkDocument.Length> lengths = new ArrayList<>();
        for (DurationBucket bucket : DurationBucket.LENGTHS) {
            List<ClientFigures> here = now.getOrDefault(bucket, List.of());
            ClientFigures own = ofClient.stream().filter(one -> one.bucket() == bucket).findFirst().orElse(null);
            Edition edition = editions.get(bucket);
            if (own != null || edition != null) {
                lengths.add(edition == null
                        ? BenchmarkDocument.Length.untold(bucket, own, ClientBenchmark.of(here))
                        : BenchmarkDocument.Length.told(bucket, own, edition.quarter(),
                                ClientBenchmark.of(edition.figures())));
            }
        }
        return new BenchmarkDocument(client, industry.key(), industry.english(), lengths);
    }

    private Map<DurationBucket, Edition> former(String industry) {
        return database.transactions().call(tenant, db -> rows.last(db, industry)).stream()
                .collect(Collectors.toMap(Edition::bucket, one -> one));
    }

    private Map<DurationBucket, List<ClientFigures>> byLength(List<String> clients) {
        Map<DurationBucket, List<ClientFigures>> figures = new EnumMap<>(DurationBucket.class);
        eachOnce(clients).forEach(client -> figures(client.name(), client.searches().values()).forEach(
                one -> figures.computeIfAbsent(one.bucket(), _ -> new ArrayList<>()).add(one)));
        return figures;
    }

    /// A client with the last search of each of its hashtags, by hashtag.
    private record Searching(String name, Map<String, PatternRun> searches) {

        private void add(Collection<PatternRun> others) {
            others.forEach(run -> searches.merge(run.subject().said(), run, Searching::later));
        }

        private static PatternRun later(PatternRun one, PatternRun other) {
            return other.begunAt().isAfter(one.begunAt()) ? other : one;
        }
    }

    /// Names that differ in case or blanks only are one client, and so are those for whom the same hashtags were searched: nobody shall make up
    /// the number of clients with other names for one.
    private Collection<Searching> eachOnce(List<String> names) {
        SortedMap<String, Searching> byName = new TreeMap<>();
        names.forEach(name -> byName
                .computeIfAbsent(ClientFigures.folded(name), folded -> new Searching(folded, new LinkedHashMap<>()))
                .add(runs.lastOfHashtags(name)));
        Map<Set<String>, Searching> byHashtags = new LinkedHashMap<>();
        byName.values().forEach(one -> {
            Searching first = byHashtags.putIfAbsent(Set.copyOf(one.searches().keySet()), one);
            if (first != null) {
                first.add(one.searches().values());
            }
        });
        return byHashtags.values();
    }

    private static List<ClientFigures> figures(String client, Collection<PatternRun> searches) {
        List<OfHashtag> hashtags = new ArrayList<>();
        for (PatternRun run : searches) {
            for (Selection.Bucket one : run.chosen().buckets()) {
                PatternAnalysis analysis = run.analysis();
                BucketFigures figures = analysis == null
                        ? null
                        : analysis.find(one.bucket()).map(BucketAnalysis::figures).orElse(null);
                Double share = figures == null ? null : figures.share();
                if (figures != null && share != null) {
                    hashtags.add(new OfHashtag(one.bucket(), one.suitable(), one.engagement(), share,
                            figures.consistency()));
                }
            }
        }
        return ClientFigures.of(client, hashtags);
    }

    private LocalDate quarter() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return LocalDate.of(today.getYear(), today.getMonth().firstMonthOfQuarter(), 1);
    }
}
