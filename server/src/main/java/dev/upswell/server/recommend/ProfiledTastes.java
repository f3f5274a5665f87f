package dev.upswell.server.recommend;

import dev.upswell.embed.Vector;
import dev.upswell.recommend.Habits;
import dev.upswell.recommend.Rewards;
import dev.upswell.recommend.Sought;
import dev.upswell.server.refusal.Refused;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.StoreException;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.taste.KeptProfile;
import dev.upswell.server.taste.KeptTaxonomy;
import dev.upswell.server.taste.Met;
import dev.upswell.server.taste.Profiles;
import dev.upswell.server.taste.Reaction;
import dev.upswell.server.taste.Reactions;
import dev.upswell.server.taste.TasteRefused;
import dev.upswell.server.taste.Taxonomies;
import dev.upswell.taste.Profile;
import dev.upswell.taste.TextCategories;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tastes as the profiles of the slice `taste` tell them. A profile that is older than the last reaction is made anew, so that a reaction
/// counts in the next request.
public final class ProfiledTastes implements Tastes {

    private static final Logger LOG = LoggerFactory.getLogger(ProfiledTastes.class);

    private final TenantId tenant;
    private final Database database;
    private final Profiles profiles;
    private final Reactions reactions;
    private final Taxonomies taxonomies;
    private final InstantSource clock;

    public ProfiledTastes(TenantId tenant, Database database, InstantSource clock) {
        this.tenant = tenant;
        this.database = database;
        profiles = new Profiles(tenant, database, clock);
        reactions = new Reactions(tenant, database);
        taxonomies = new Taxonomies(tenant, database, clock);
        this.clock = clock;
    }

    @Override
    public Optional<Taste> find(String handle) {
        KeptProfile kept;
        try {
            kept = profiles.get(handle);
        } catch (TasteRefused e) {
            if (e.kind() != Refused.Kind.UNKNOWN) {
                throw e;
            }
            return Optional.empty();
        }
        List<Reaction> last = reactions.last(handle, clock.instant());
        KeptTaxonomy taxonomy = taxonomies.get(kept.taxonomy());
        Met met = Met.NOTHING;
        Habits habits = Habits.UNKNOWN;
        try {
            if (!last.isEmpty() && last.getFirst().at().isAfter(kept.profile().asOf())) {
                kept = profiles.make(handle, null, kept.subject().toldBy(), taxonomy);
            }
            met = profiles.met(handle);
            habits = habits(Liking.of(met, last), last.size());
        } catch (StoreException e) {
            // The last profile serves; that the lake is away is said where candidates are described.
            LOG.warn("recommended by the last profile, without what files tell", e);
        }
        return Optional.of(taste(kept, taxonomy, last, met, habits));
    }

    private Habits habits(Map<String, Liking> likings, int told) {
        List<LibraryVideo> videos = new ArrayList<>();
        try (LakeSession lake = database.lake().open(tenant)) {
            new LibraryRepository().read(lake, likings.keySet(), videos::add);
        }
        return Liking.habits(likings, videos, told);
    }

    private static Taste taste(KeptProfile kept, KeptTaxonomy taxonomy, List<Reaction> last, Met met,
            Habits habits) {
        Profile profile = kept.profile();
        Set<String> acted = new HashSet<>(met.known());
        Set<String> hidden = new HashSet<>(met.hidden());
        for (Reaction reaction : last) {
            switch (reaction.kind()) {
                case WATCHED, LIKED, SHARED, SAVED -> acted.add(reaction.video());
                case HIDDEN -> hidden.add(reaction.video());
                case SHOWN, CLICKED -> {
                    // neither tells that the person knows the whole video
                }
            }
        }
        Sought sought = Sought.of(profile, taxonomy.taxonomy());
        return new Taste(kept.subject().id(), profile, habits, taxonomy.taxonomy().space(),
                sought.vectors().stream().map(Vector::values).toList(), sought.terms(), acted, hidden,
                Set.of(kept.subject().handle()), new TextCategories(taxonomy.taxonomy())::of);
    }

    @Override
    public void react(UUID subject, UUID request, List<Rewards.Told> told, Instant at) {
        String handle = profiles.handle(subject).orElseThrow(RecommendRefused::noRequest);
        reactions.keep(handle, told.stream().map(one -> reaction(one, request, at)).toList());
    }

    private static Reaction reaction(Rewards.Told told, UUID request, Instant at) {
        Reaction.Kind kind = Reaction.Kind.valueOf(told.kind().name());
        return new Reaction(told.video(), request, kind, kind == Reaction.Kind.WATCHED ? told.strength() : null, at);
    }
}
