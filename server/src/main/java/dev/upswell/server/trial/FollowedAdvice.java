package dev.upswell.server.trial;

import dev.upswell.content.EntityId;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.trial.SeventhDayRepository.Described;
import dev.upswell.trial.Engagement;
import dev.upswell.trial.advice.AdvisedVideo;
import dev.upswell.trial.advice.Compliance;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How far a tenant's creators follow advice.
public final class FollowedAdvice {

    private final TenantId tenant;
    private final Database database;
    private final InstantSource clock;
    private final SeventhDays days;
    private final AdviceRepository advice = new AdviceRepository();

    public FollowedAdvice(TenantId tenant, Database database, InstantSource clock) {
        this.tenant = tenant;
        this.database = database;
        this.clock = clock;
        this.days = new SeventhDays(tenant, database);
    }

    /// A new video of a creator who was given advice.
    ///
    /// @param creator null for the one that is stored
    /// @param postedAt null for what is stored, or what its id tells
    /// @param rate at seven days; null where stored readings shall tell it
    public record Told(String video, @Nullable String creator, @Nullable Instant postedAt, int given, int implemented,
            @Nullable Double rate, String by) {
    }

    /// Keeps what a video follows, in place of what was told of it before.
    ///
    /// **errors** [TrialRefused] when nobody knows whose it is or when it was posted, or the figures cannot be
    public void tell(Told told) {
        Instant now = clock.instant();
        String id = told.video().strip();
        if (id.isEmpty()) {
            throw TrialRefused.missing("video");
        }
        Described described = days.described(id, told.creator(), told.postedAt());
        String creator = described.creator();
        Instant posted = described.postedAt();
        if (creator == null || creator.isBlank()) {
            throw TrialRefused.creator(id);
        }
        if (posted == null) {
            throw TrialRefused.posted(id);
        }
        Trials.checked(id, posted, told.rate(), now);
        AdvisedVideo video;
        try {
            video = new AdvisedVideo(EntityId.video(id), EntityId.creator(creator), told.given(), told.implemented(),
                    Engagement.unread(posted, now));
        } catch (IllegalArgumentException refused) {
            throw TrialRefused.value(refused);
        }
        database.transactions().run(tenant,
                db -> advice.keep(db, new AdviceRepository.Row(video, posted, told.rate()), told.by(), now));
    }

    /// What all of it shows.
    public Compliance compliance() {
        List<AdviceRepository.Row> rows = database.transactions().call(tenant, advice::all);
        Instant now = clock.instant();
        Map<String, Engagement> known = days.of(rows.stream()
                .map(row -> new SeventhDays.Wanted(row.video().id().value(), row.postedAt(), row.rate())).toList(),
                now);
        return Compliance.of(rows.stream()
                .map(row -> new AdvisedVideo(row.video().id(), row.video().creator(), row.video().given(),
                        row.video().implemented(),
                        known.getOrDefault(row.video().id().value(), row.video().engagement())))
                .toList());
    }
}
