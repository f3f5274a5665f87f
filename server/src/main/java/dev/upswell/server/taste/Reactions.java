package dev.upswell.server.taste;

import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What people did with what was recommended to them; the next profile and the next request read it.
public final class Reactions {

    private static final int MOST = 10_000;

    private final TenantId tenant;
    private final Database database;
    private final SubjectRepository subjects = new SubjectRepository();
    private final ReactionRepository reactions = new ReactionRepository();

    public Reactions(TenantId tenant, Database database) {
        this.tenant = tenant;
        this.database = database;
    }

    /// Keeps reactions of somebody.
    ///
    /// **errors** [TasteRefused] when there is no ground to know anything of them
    public void keep(String handle, List<Reaction> some) {
        String bare = Handles.bare(handle);
        database.transactions().call(tenant, db -> {
            Subject subject = subjects.find(db, bare).orElseThrow(() -> TasteRefused.noProfile(bare));
            some.forEach(one -> reactions.keep(db, subject.id(), one));
            return subject;
        });
    }

    /// The last reactions of all until this time, by subject, the newest first.
    ///
    /// @param most how many of all together are read
    public Map<UUID, List<Reaction>> all(Instant asOf, int most) {
        return database.transactions().call(tenant, db -> reactions.all(db, asOf, most));
    }

    /// The last 10,000 reactions of somebody until this time, the newest first; none of a stranger.
    public List<Reaction> last(String handle, Instant asOf) {
        String bare = Handles.bare(handle);
        return database.transactions().call(tenant, db -> subjects.find(db, bare)
                .map(subject -> reactions.last(db, subject.id(), asOf, MOST)).orElse(List.of()));
    }
}
