package dev.upswell.server.crowd;

import dev.upswell.server.crowd.CrowdScores.Places;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The crowd of a tenant as the catalog keeps it: whatever process learnt it, all see it.
///
/// **cost** of a question: the row of one person, 8 bytes a video; ids of videos are read when another crowd is met
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

    /// Videos of a crowd.
    private record Known(UUID crowd, Places videos) {
    }

    @Override
    public Optional<CrowdScores> of(UUID subject, Instant at) {
        return database.transactions().call(tenant, db -> crowds.find(db, subject)
                .filter(found -> found.crowd().people() > 0 && !found.crowd().asOf().isAfter(at))
                .flatMap(found -> places(db, found.crowd().id()).map(places -> scores(found, places))));
    }

    private static CrowdScores scores(CrowdRepository.Found found, Places places) {
        CrowdRepository.Person person = found.person();
        return person == null
                ? new CrowdScores(found.crowd().asOf(), places, NOTHING, NOTHING)
                : new CrowdScores(found.crowd().asOf(), places, person.neighbours(), person.factors());
    }

    private Optional<Places> places(JdbcClient db, UUID crowd) {
        Known at = known;
        if (at != null && at.crowd().equals(crowd)) {
            return Optional.of(at.videos());
        }
        Optional<Places> read = crowds.videos(db, crowd).map(CrowdScores.Places::of);
        read.ifPresent(videos -> known = new Known(crowd, videos));
        return read;
    }
}
