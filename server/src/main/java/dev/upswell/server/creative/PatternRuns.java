package dev.upswell.server.creative;

import dev.upswell.content.EntityId;
import dev.upswell.creative.CreativeVector;
import dev.upswell.creative.DurationBucket;
import dev.upswell.creative.Reactions;
import dev.upswell.creative.VideoAnalyses;
import dev.upswell.creative.feature.FeatureReader;
import dev.upswell.creative.posted.Posting;
import dev.upswell.creative.posted.PostingReader;
import dev.upswell.pattern.AnalysedVideo;
import dev.upswell.pattern.PatternAnalysis;
import dev.upswell.pattern.PatternSearch;
import dev.upswell.server.creative.PatternRun.End;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TenantLocks;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Searches for patterns among a tenant's videos, and keeps what they found.
///
/// A search chooses its videos once, when it begins. Then it reads the features of one after another; each is durable at once, so that
/// whatever ends the process, a resumed search goes on with the next. A video that cannot be read is noted and skipped. What is found
/// depends on the videos and the settings, never on the order, the number of workers, or how often it was cut off.
public final class PatternRuns {

    /// So many videos are taken up together.
    static final int BATCH = 250;
    /// This share of the videos must be read for a result.
    static final double NEEDED = .8;

    private static final String WORK = "patterns";
    private static final int LONGEST_CLIENT = 100;
    private static final int MOST_HASHTAGS = 50;

    private final TenantId tenant;
    private final Database database;
    private final InstantSource clock;
    private final StoredVideoRepository videos;
    private final Selecting selecting;
    private final AnalysisRepository analyses = new AnalysisRepository();
    private final PatternRunRepository runs = new PatternRunRepository();

    /// Searches that know of no trial.
    public PatternRuns(TenantId tenant, Database database, InstantSource clock) {
        this(tenant, database, clock, List::of);
    }

    public PatternRuns(TenantId tenant, Database database, InstantSource clock, Trying trying) {
        this.tenant = tenant;
        this.database = database;
        this.clock = clock;
        videos = new StoredVideoRepository(database);
        selecting = new Selecting(tenant, database, videos, trying);
    }

    /// What became of patterns that were tried.
    @FunctionalInterface
    public interface Trying {

        /// Videos of trials that have ended with a verdict.
        List<Tried> videos();
    }

    /// A video of a trial.
    ///
    /// @param bucket for which its pattern was tried
    /// @param weight how many times its evidence counts, from 1
    /// @param positive whether the pattern was validated; false where it was rejected, and its videos count as any other
    public record Tried(String video, DurationBucket bucket, double weight, boolean positive) {
    }

    /// What is asked for.
    ///
    /// @param client for whom, in free words
    /// @param by who asks
    public record Wanted(String client, PatternSubject subject, PatternSettings settings, String by) {

        public Wanted {
            client = client.strip();
            if (client.isEmpty() || client.length() > LONGEST_CLIENT) {
                throw PatternRefused.client();
            }
        }
    }

    /// Told how many of how many videos are done, after each, and then how far the search in them is. What it throws ends a search, which
    /// stays open.
    @FunctionalInterface
    public interface Progress {

        /// Tells nobody.
        Progress SILENT = (done, total) -> {
        };

        void at(int done, int total);

        /// All videos are done, and so many steps of the search in them, 0 at first.
        default void searched(int steps, int total) {
        }
    }

    /// Part of the searches, the last first.
    public record Part(List<PatternRun> items, long total) {

        public Part {
            items = List.copyOf(items);
        }
    }

    /// Begins a search, or goes on with one that asked for the same and was cut off. Close what comes back.
    ///
    /// **errors** [PatternRefused] when another is at work or no video can be used
    public Begun begin(Wanted wanted) {
        TenantLocks.Held held = lock();
        try {
            Optional<PatternRun> cutOff = database.transactions().call(tenant,
                    db -> runs.cutOff(db, wanted.client(), wanted.subject(), wanted.settings()));
            return new Begun(cutOff.orElseGet(() -> chosen(wanted)).id(), held);
        } catch (RuntimeException e) {
            held.close();
            throw e;
        }
    }

    /// Goes on with a search that was cut off. Close what comes back.
    ///
    /// **errors** [PatternRefused] when there is none of this id, it has ended, or one is at work
    public Begun resume(String id) {
        open(id);
        TenantLocks.Held held = lock();
        try {
            // Whoever was at work may have ended it meanwhile.
            return new Begun(open(id).id(), held);
        } catch (RuntimeException e) {
            held.close();
            throw e;
        }
    }

    private PatternRun open(String id) {
        PatternRun run = get(id);
        if (!(run.end() instanceof End.Open)) {
            throw PatternRefused.ended(id, run.state());
        }
        return run;
    }

    /// Goes on with the search that was cut off, the one that began first of several. Close what comes back.
    ///
    /// **absence** empty when none was cut off, or one is at work in whatever process.
    ///
    /// @param left those that are not taken up
    Optional<Begun> takeUp(Collection<UUID> left) {
        return next(left).isEmpty() ? Optional.empty() : database.locks().tryAcquire(tenant, WORK).flatMap(held -> {
            try {
                Optional<UUID> next = next(left);
                if (next.isEmpty()) {
                    held.close();
                }
                return next.map(id -> new Begun(id, held));
            } catch (RuntimeException e) {
                held.close();
                throw e;
            }
        });
    }

    /// Whether [#takeUp] would take up one.
    boolean isCutOff(Collection<UUID> left) {
        if (next(left).isEmpty()) {
            return false;
        }
        Optional<TenantLocks.Held> free = database.locks().tryAcquire(tenant, WORK);
        free.ifPresent(TenantLocks.Held::close);
        return free.isPresent();
    }

    private Optional<UUID> next(Collection<UUID> left) {
        return database.transactions().call(tenant, runs::open).stream().filter(id -> !left.contains(id)).findFirst();
    }

    private TenantLocks.Held lock() {
        return database.locks().tryAcquire(tenant, WORK).orElseThrow(PatternRefused::busy);
    }

    private PatternRun chosen(Wanted wanted) {
        Selecting.Selected selected = selecting.of(wanted.subject(), wanted.settings());
        PatternRun run = new PatternRun(UUID.randomUUID(), wanted.client(), wanted.subject(), wanted.settings(),
                Chosen.of(selected.selection(), selected.tried()),
                new PatternRun.Progress(selected.selection().selected().size(), 0, 0, 0), wanted.by(), clock.instant(),
                new End.Open());
        database.transactions().run(tenant, db -> runs.begin(db, run, selected.selection().selected(),
                selected.tried().stream().collect(Collectors.toMap(Tried::video, Tried::weight))));
        return run;
    }

    /// The search of this id.
    ///
    /// **errors** [PatternRefused] when there is none
    public PatternRun get(String id) {
        UUID uuid;
        try {
            uuid = UUID.fromString(id);
        } catch (IllegalArgumentException noId) {
            throw PatternRefused.unknown(id);
        }
        return database.transactions().call(tenant, db -> runs.find(db, uuid))
                .orElseThrow(() -> PatternRefused.unknown(id));
    }

    /// The searches, the last first.
    public Part list(int limit, int offset) {
        return database.transactions().call(tenant, db -> new Part(runs.list(db, limit, offset), runs.count(db)));
    }

    /// A video as it was posted, with its last counts.
    ///
    /// @param lengthSeconds null where nobody tells it
    /// @param postedAt null where nobody tells it
    /// @param hashtags names in lower case without `#`
    public record Posted(EntityId id, @Nullable Double lengthSeconds, @Nullable Instant postedAt, List<String> hashtags,
            Reactions reactions) {

        public Posted {
            hashtags = List.copyOf(hashtags);
        }
    }

    /// The stored videos of a subject, in the order of their ids.
    public List<Posted> posted(PatternSubject subject) {
        return videos.stored(tenant, subject).stream().map(one -> new Posted(one.candidate().id(),
                one.posting().lengthSeconds(), one.candidate().postedAt(), one.posting().hashtags(),
                one.candidate().reactions())).toList();
    }

    /// How videos were made, by id; those that are not stored are left out, and without analyses only what captions tell is known.
    public Map<String, CreativeVector> features(Collection<String> ids) {
        Map<String, CreativeVector> features = new HashMap<>();
        videos.of(tenant, ids).forEach((id, stored) -> features.put(id,
                read(database.transactions().call(tenant, db -> analyses.of(db, id)), stored)));
        return features;
    }

    /// A client for whom hashtags were searched.
    public record Client(String name, int hashtags) {
    }

    /// Clients for whom hashtags were searched to the end, by name.
    public List<Client> clients() {
        return database.transactions().call(tenant, runs::clients);
    }

    /// The last search that is done of each of a client's hashtags, by hashtag; at most 50.
    public List<PatternRun> lastOfHashtags(String client) {
        return database.transactions().call(tenant, db -> runs.lastOfHashtags(db, client, MOST_HASHTAGS));
    }

    /// The videos of a search whose features were read, by id.
    public List<AnalysedVideo> videos(UUID id) {
        return database.transactions().call(tenant, db -> runs.videos(db, id));
    }

    /// Why videos of a search could not be read.
    public List<PatternRun.Skipped> failures(UUID id) {
        return database.transactions().call(tenant, db -> runs.failures(db, id));
    }

    /// A search that is listed and not done yet.
    public final class Begun implements AutoCloseable {

        private final UUID id;
        private final TenantLocks.Held held;

        private Begun(UUID id, TenantLocks.Held held) {
            this.id = id;
            this.held = held;
        }

        /// Under which id it is listed.
        public UUID id() {
            return id;
        }

        /// Reads the videos that were not read yet, searches, and keeps what was found.
        ///
        /// What stops it (a failing store, a progress that throws) leaves it open, to be resumed.
        ///
        /// @param workers how many videos are read at a time, from 1
        public PatternRun run(int workers, Progress progress) {
            PatternRun run = get(id.toString());
            AtomicInteger done = new AtomicInteger(run.progress().done());
            List<String> open = open();
            try (ExecutorService threads = Executors.newFixedThreadPool(workers,
                    Thread.ofPlatform().name("upswell-patterns-", 0).daemon().factory())) {
                while (!open.isEmpty()) {
                    batch(open, threads, () -> progress.at(done.incrementAndGet(), run.progress().videos()));
                    open = open();
                }
            }
            return ended(progress);
        }

        private List<String> open() {
            return database.transactions().call(tenant, db -> runs.open(db, id, BATCH));
        }

        private void batch(List<String> open, ExecutorService threads, Runnable finished) {
            Map<String, StoredVideoRepository.Stored> stored = videos.of(tenant, open);
            AtomicBoolean stopped = new AtomicBoolean();
            List<Future<?>> reading = new ArrayList<>();
            for (String video : open) {
                reading.add(threads.submit(() -> {
                    if (stopped.get()) {
                        return;
                    }
                    boolean done = false;
                    try {
                        one(video, Optional.ofNullable(stored.get(video)));
                        finished.run();
                        done = true;
                    } finally {
                        stopped.compareAndSet(false, !done);
                    }
                }));
            }
            try {
                for (Future<?> one : reading) {
                    one.get();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("the search was interrupted; resume it", e);
            } catch (ExecutionException e) {
                throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
            }
        }

        private void one(String video, Optional<StoredVideoRepository.Stored> stored) {
            AnalysisRepository.Told told = database.transactions().call(tenant, db -> analyses.of(db, video));
            CreativeVector vector;
            try {
                vector = read(told, stored.orElseThrow(() -> new IllegalStateException("no longer stored")));
            } catch (RuntimeException unreadable) {
                String why = String.valueOf(unreadable.getMessage()).lines().findFirst().orElse("?");
                database.transactions().run(tenant, db -> runs.failed(db, id, video, why, clock.instant()));
                return;
            }
            database.transactions().run(tenant,
                    db -> runs.read(db, id, video, vector, told.tellers(), clock.instant()));
        }

        private PatternRun ended(Progress progress) {
            PatternRun run = get(id.toString());
            PatternRun.Progress came = run.progress();
            End end;
            if (came.read() < NEEDED * came.videos()) {
                end = new End.Failed(clock.instant(),
                        "Of %,d videos %,d could not be read; a result needs %.0f %% of them."
                                .formatted(came.videos(), came.failed(), 100 * NEEDED));
            } else {
                PatternAnalysis analysis = PatternSearch.analyse(PatternRuns.this.videos(id), run.settings().search(),
                        progress::searched);
                end = new End.Done(clock.instant(), analysis);
            }
            database.transactions().run(tenant, db -> runs.end(db, id, end));
            return get(id.toString());
        }

        @Override
        public void close() {
            held.close();
        }
    }

    /// What people wrote down goes before what analysers told, and that before what captions tell.
    private static CreativeVector read(AnalysisRepository.Told told, StoredVideoRepository.Stored stored) {
        Posting posting = stored.posting();
        if (told.payloads().isEmpty()) {
            return told.coding().over(PostingReader.read(posting));
        }
        OptionalDouble coded = told.coding().lengthSeconds();
        Double length = posting.lengthSeconds();
        return told.coding().over(PostingReader.completed(
                FeatureReader.read(new VideoAnalyses(told.payloads(),
                        length == null && coded.isPresent() ? (Double) coded.getAsDouble() : length)),
                posting));
    }
}
