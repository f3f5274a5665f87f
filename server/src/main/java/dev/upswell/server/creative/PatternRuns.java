package dev.upswell.server.creative;

import dev.upswell.content.EntityId;
import dev.upswell.creative.CreativeVector;
import dev.upswell.creative.DurationBucket;
import dev.upswell.creative.Reactions;
import dev.upswell.pattern.AnalysedVideo;
import dev.upswell.server.creative.PatternRun.End;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TenantLocks;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Searches for patterns among a tenant's videos, and keeps what they found.
///
/// A search chooses its videos once, when it begins. Then it reads the features of one after another; each is durable at once, so that
/// whatever ends the process, a resumed search goes on with the next. A video that cannot be read is noted and skipped. What is found
/// depends on the videos and the settings, never on the order, the number of workers, or how often it was cut off.
public final class PatternRuns {

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
    public BegunSearch begin(Wanted wanted) {
        TenantLocks.Held held = lock();
        try {
            Optional<PatternRun> cutOff = database.transactions().call(tenant,
                    db -> runs.cutOff(db, wanted.client(), wanted.subject(), wanted.settings()));
            return begun(cutOff.orElseGet(() -> chosen(wanted)).id(), held);
        } catch (RuntimeException e) {
            held.close();
            throw e;
        }
    }

    /// Goes on with a search that was cut off. Close what comes back.
    ///
    /// **errors** [PatternRefused] when there is none of this id, it has ended, or one is at work
    public BegunSearch resume(String id) {
        open(id);
        TenantLocks.Held held = lock();
        try {
            // Whoever was at work may have ended it meanwhile.
            return begun(open(id).id(), held);
        } catch (RuntimeException e) {
            held.close();
            throw e;
        }
    }

    /// Gives up a search that has not ended, whether it was cut off or is at work, in whatever process: that one stops at its next video or step.
    /// What was read stays.
    ///
    /// **errors** [PatternRefused] when there is none of this id or it has ended
    public PatternRun giveUp(String id, String by) {
        PatternRun run = get(id);
        End end = new End.Failed(clock.instant(), "Given up by %s after %,d of %,d videos.".formatted(by,
                run.progress().done(), run.progress().videos()));
        boolean ended = database.transactions().call(tenant, db -> runs.end(db, run.id(), end));
        if (!ended) {
            throw PatternRefused.over(id, get(id).state());
        }
        return get(id);
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
    Optional<BegunSearch> takeUp(Collection<UUID> left) {
        return next(left).isEmpty() ? Optional.empty() : database.locks().tryAcquire(tenant, WORK).flatMap(held -> {
            try {
                Optional<UUID> next = next(left);
                if (next.isEmpty()) {
                    held.close();
                }
                return next.map(id -> begun(id, held));
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

    private BegunSearch begun(UUID id, TenantLocks.Held held) {
        return new BegunSearch(this, new BegunSearch.Parts(tenant, database, clock, videos, analyses, runs), id, held);
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
                database.transactions().call(tenant, db -> analyses.of(db, id)).vector(stored.posting())));
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
}
