package dev.upswell.server.recommend.person;

import dev.upswell.recommend.Leanings;
import dev.upswell.server.collect.Collected;
import dev.upswell.server.recommend.AuthorRates;
import dev.upswell.server.recommend.LibraryRepository;
import dev.upswell.server.recommend.Recommender;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.Dataset;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.StoreException;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.taste.KeptTaxonomy;
import dev.upswell.taste.TextCategories;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What is usual of a tenant's library: which share of its videos has which trait, and how much each author's videos are liked.
///
/// Made anew when something else is stored, which is looked for every five minutes at most, as the index does; shares once an hour at most,
/// because they move little and take longest. Shares are those of 20,000 videos at most, whose ids hash lowest: that of a word which one
/// video in a hundred says is told to within a seventh in 19 of 20 cases.
///
/// **cost** of making: a pass over descriptions and one over readings, and up to 0.2 ms of processor a video of the 20,000; some 100 bytes an
/// author
final class LibraryUsual implements AuthorRates {

    private static final Logger LOG = LoggerFactory.getLogger(LibraryUsual.class);
    private static final int SAMPLE = 20_000;
    /// No place of a file is this.
    private static final long NO_FILE = -1;
    private static final Duration SHARES_SERVE = Duration.ofHours(1);
    private static final List<Dataset> DATASETS = List.of(Collected.VIDEO, Collected.OBSERVATION);

    private final TenantId tenant;
    private final Database database;
    private final InstantSource clock;
    private final LastMade<Looked> looked = new LastMade<>();
    private final LastMade<Rates> rates = new LastMade<>();
    private final LastMade<Shares> shares = new LastMade<>();

    LibraryUsual(TenantId tenant, Database database, InstantSource clock) {
        this.tenant = tenant;
        this.database = database;
        this.clock = clock;
    }

    /// Shares in the categories of a taxonomy.
    ///
    /// @param files place of the last file of descriptions that they were made from
    private record Shares(int taxonomy, long files, Instant madeAt, Leanings.Usual usual) {

        boolean serves(int other, long last, Instant now) {
            return taxonomy == other && (files == last || now.isBefore(madeAt.plus(SHARES_SERVE)));
        }
    }

    /// Which files there were when it was looked.
    ///
    /// @param files place of the last one
    /// @param descriptions place of the last one with descriptions
    private record Looked(Instant at, long files, long descriptions) {

        boolean serves(Instant now) {
            return !now.isBefore(at) && now.isBefore(at.plus(Recommender.MAY_BE_OLD));
        }
    }

    /// What is usual of authors.
    ///
    /// @param of by author; empty while the store is away
    private record Rates(Looked looked, Map<String, Double> of, boolean away) {

        boolean serves(Looked now) {
            return away ? looked.equals(now) : looked.files() == now.files();
        }
    }

    /// While the store is away no file is known, and it is not looked again for as long as else.
    private Looked look(Instant now) {
        return looked.get(last -> last.serves(now), last -> true, () -> {
            try {
                return database.transactions().call(tenant, db -> new Looked(now,
                        database.manifest().last(db, DATASETS),
                        database.manifest().last(db, List.of(Collected.VIDEO))));
            } catch (StoreException e) {
                LOG.warn("whether other videos are stored is not known now", e);
                return new Looked(now, NO_FILE, NO_FILE);
            }
        });
    }

    /// Which share of the videos has each trait.
    Leanings.Usual usual(KeptTaxonomy taxonomy, TextCategories categories) {
        Instant now = clock.instant();
        long descriptions = look(now).descriptions();
        return shares.get(known -> known.serves(taxonomy.number(), descriptions, now),
                known -> known.taxonomy() == taxonomy.number(),
                () -> new Shares(taxonomy.number(), descriptions, now, counted(categories))).usual();
    }

    private Leanings.Usual counted(TextCategories categories) {
        Map<Leanings.Kind, Map<String, Integer>> counts = new EnumMap<>(Leanings.Kind.class);
        int[] videos = new int[1];
        try (LakeSession lake = database.lake().open(tenant)) {
            new LibraryRepository().some(lake, SAMPLE, video -> {
                videos[0]++;
                ReadVideo.of(video, categories).traits().forEach((kind, names) -> {
                    Map<String, Integer> of = counts.computeIfAbsent(kind, any -> new HashMap<>());
                    names.forEach(name -> of.merge(name, 1, Integer::sum));
                });
            });
        }
        Map<Leanings.Kind, Map<String, Double>> shared = new EnumMap<>(Leanings.Kind.class);
        counts.forEach((kind, of) -> {
            Map<String, Double> each = HashMap.newHashMap(of.size());
            of.forEach((name, count) -> each.put(name, (double) count / videos[0]));
            shared.put(kind, each);
        });
        return new Leanings.Usual(shared);
    }

    /// Unknown too while the store is away, and from then on until it is looked at again.
    @Override
    public @Nullable Double of(String author) {
        Looked last = look(clock.instant());
        return rates.get(known -> known.serves(last), known -> !known.away(), () -> rates(last)).of().get(author);
    }

    private Rates rates(Looked last) {
        try {
            return new Rates(last, read(), false);
        } catch (StoreException e) {
            LOG.warn("what is usual of authors is not known now", e);
            return new Rates(last, Map.of(), true);
        }
    }

    private Map<String, Double> read() {
        Map<String, Double> read = new HashMap<>();
        try (LakeSession lake = database.lake().open(tenant)) {
            new LibraryRepository().authorRates(lake, clock.instant(), read::put);
        }
        return read;
    }
}
