package dev.upswell.server.live.sweep;

import dev.upswell.server.collect.Collected;
import dev.upswell.server.comply.Policies;
import dev.upswell.server.comply.Policy;
import dev.upswell.server.live.Feed;
import dev.upswell.server.live.Source;
import dev.upswell.server.live.Watch;
import dev.upswell.server.live.spend.SpendRepository;
import dev.upswell.server.store.LakeSession;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a source said a moment ago and would say again: a page of the same question, or a video that stands in what came for another.
///
/// Fresh is what came in the present fetch window, of which a second reading would not count, or is younger than the source's policy says.
/// Of pages only raw answers that are still kept count, and only those of the tenant and the key. For a video a reading of the tenant is
/// enough that is kept under the name under which this source stores, whatever key or file it came by.
final class KeptPages {

    private final LiveParts parts;
    private final Source source;
    private final Duration fresh;
    /// Under which name the source stores, its own or its sandbox's; null until a kept answer tells it.
    private @Nullable String name;

    KeptPages(LiveParts parts, Source source) {
        this.parts = parts;
        this.source = source;
        fresh = Duration.ofMinutes(Policies.KNOWN.find(source.name()).map(Policy::freshMinutes)
                .filter(Objects::nonNull).orElse(0));
    }

    /// A page that need not be asked for.
    ///
    /// @param next the cursor of the page after it; null when it is the last
    record Known(@Nullable String next) {
    }

    /// What answers the sweep's next question already; empty when the source has to be asked.
    ///
    /// **cost** one query, and a look into the lake where it finds something or a video is asked for
    Optional<Known> find(Sweep sweep, Instant now) {
        Instant since = since(now);
        Optional<SpendRepository.KeptPage> page = parts
                .call(db -> SpendRepository.keptPage(db, source, sweep.wanted(), since));
        if (page.isPresent()) {
            return page.filter(this::isKept).map(kept -> new Known(kept.next()));
        }
        boolean video = sweep.watch().subject().feed() == Feed.VIDEO && sweep.cursor() == null;
        return video && isRead(sweep.watch().subject().target(), since)
                ? Optional.of(new Known(null))
                : Optional.empty();
    }

    /// Since when what came is fresh.
    private Instant since(Instant now) {
        long window = Watch.SHORTEST.toMillis();
        Instant windowBegan = Instant.ofEpochMilli(Math.floorDiv(now.toEpochMilli(), window) * window);
        return Stream.of(windowBegan, now.minus(fresh)).min(Instant::compareTo).orElseThrow();
    }

    private boolean isKept(SpendRepository.KeptPage page) {
        if (parts.call(db -> new InboxRepository().has(db, page.request()))) {
            return true;
        }
        try (LakeSession lake = parts.database().lake().open(parts.tenant())) {
            return RawAnswerRepository.has(lake, page.request());
        }
    }

    private boolean isRead(String video, Instant since) {
        try (LakeSession lake = parts.database().lake().open(parts.tenant())) {
            name = name == null ? storedAs(lake).orElse(null) : name;
            return name != null
                    && RawAnswerRepository.tells(lake, lake.scan(Collected.OBSERVATION), name, video, since);
        }
    }

    /// The name of the last page that came with the key: only an answer says whether a sandbox gave it.
    private Optional<String> storedAs(LakeSession lake) {
        return parts.call(db -> SpendRepository.lastPage(db, source)).flatMap(request -> parts
                .call(db -> new InboxRepository().name(db, request))
                .or(() -> RawAnswerRepository.name(lake, request)));
    }
}
