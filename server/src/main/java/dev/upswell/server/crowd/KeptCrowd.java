package dev.upswell.server.crowd;

import dev.upswell.server.crowd.CrowdScores.Places;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The crowd of a tenant as the catalog keeps it: whatever process learnt it, all see it.
///
/// What was learnt some days ago counts as much less as acts of then do.
///
/// **cost** of a question: the row of one person, 8 bytes a video; ids and worths of videos are read when another crowd is met
public final class KeptCrowd implements Crowd {

    private static final float[] NOTHING = {};

    private final TenantId tenant;
    private final Database database;
    private final CrowdRepository crowds = new CrowdRepository();
    private volatile @Nullable Known known;

    public KeptCrowd(TenantId tenant, Database database) {
        this.tenant = tenant;
        this.database = database;
    }

    /// What a crowd tells of videos, whoever asks.
    private record Known(UUID crowd, Places videos, Worths worths) {
    }

    @Override
    public Optional<CrowdScores> of(UUID subject, Instant at) {
        return database.transactions().call(tenant, db -> crowds.find(db, subject)
                .filter(found -> found.crowd().people() > 0 && !found.crowd().asOf().isAfter(at))
                .flatMap(found -> known(db, found.crowd().id()).map(of -> scores(found, of, at))));
    }

    /// How it stands; empty where none was learnt yet, or none since somebody was erased.
    public Optional<CrowdState> state() {
        return database.transactions().call(tenant, crowds::find)
                .map(kept -> new CrowdState(kept.crowd().people(), kept.crowd().asOf(), kept.lookedAt()));
    }

    private static CrowdScores scores(CrowdRepository.Found found, Known of, Instant at) {
        Instant learnt = found.crowd().asOf();
        CrowdRepository.Person person = found.person();
        return person == null
                ? new CrowdScores(learnt, of.videos(), NOTHING, NOTHING, of.worths())
                : new CrowdScores(learnt, of.videos(),
                        faded(person.late(), CrowdLearner.Told.LATE_DAYS, learnt, at),
                        faded(person.overall(), CrowdLearner.Told.LONG_DAYS, learnt, at), of.worths());
    }

    /// Scores are in proportion to what acts count, and these fade whether or not anything is done.
    private static float[] faded(float[] scores, double halfDays, Instant learnt, Instant at) {
        float left = (float) Math.pow(0.5, Duration.between(learnt, at).toSeconds() / 86_400.0 / halfDays);
        float[] faded = new float[scores.length];
        for (int i = 0; i < scores.length; i++) {
            faded[i] = scores[i] * left;
        }
        return faded;
    }

    private Optional<Known> known(JdbcClient db, UUID crowd) {
        Known last = known;
        if (last != null && last.crowd().equals(crowd)) {
            return Optional.of(last);
        }
        Optional<Known> read = crowds.videos(db, crowd)
                .map(videos -> new Known(crowd, videos, crowds.worths(db, crowd)));
        read.ifPresent(one -> known = one);
        return read;
    }
}
