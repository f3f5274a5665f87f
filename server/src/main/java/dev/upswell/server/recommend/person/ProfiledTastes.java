package dev.upswell.server.recommend.person;

import dev.upswell.embed.Vector;
import dev.upswell.recommend.Habits;
import dev.upswell.recommend.Leanings;
import dev.upswell.recommend.Rewards;
import dev.upswell.recommend.Sought;
import dev.upswell.server.recommend.RecommendRefused;
import dev.upswell.server.recommend.Tastes;
import dev.upswell.server.recommend.person.KnownLibrary.Terms;
import dev.upswell.server.refusal.Refused;
import dev.upswell.server.store.Database;
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
import dev.upswell.taste.Taxonomy;
import dev.upswell.taste.TextCategories;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tastes as the profiles of the slice `taste` tell them. A profile that was made, or brought in a file, before the last reaction is made anew, so that a reaction
/// counts in the next request.
public final class ProfiledTastes implements Tastes {

    private static final Logger LOG = LoggerFactory.getLogger(ProfiledTastes.class);
    /// Below it nothing was done of late: one like is as little after 24 days, a hundred after 50.
    private static final float LEAST_LEANING = 0.01f;

    private final TenantId tenant;
    private final Database database;
    private final Profiles profiles;
    private final Reactions reactions;
    private final Taxonomies taxonomies;
    private final InstantSource clock;
    private final KnownLibrary library;

    /// @param library that remembers from one request to the next
    public ProfiledTastes(TenantId tenant, Database database, InstantSource clock, KnownLibrary library) {
        this.tenant = tenant;
        this.database = database;
        this.library = library;
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
        Instant now = clock.instant();
        List<Reaction> last = reactions.last(handle, now);
        KeptTaxonomy taxonomy = taxonomies.get(kept.taxonomy());
        Terms terms = new Terms(taxonomy, new TextCategories(taxonomy.taxonomy()));
        Met met = Met.NOTHING;
        Habits habits = Habits.UNKNOWN;
        try {
            // Since it was made or brought: a file may be as of long ago.
            if (!last.isEmpty() && last.getFirst().at().isAfter(kept.madeAt())) {
                kept = profiles.make(handle, null, kept.subject().toldBy(), taxonomy);
            }
            met = library.met(kept.subject(), now);
            habits = habits(met, last, terms, now);
        } catch (StoreException e) {
            // The last profile serves; that the lake is away is said where candidates are described.
            LOG.warn("recommended by the last profile, without what files tell", e);
        }
        return Optional.of(taste(kept, terms, last, met, habits));
    }

    @Override
    public Optional<Taste> without(String handle, Predicate<String> met, Instant at) {
        KeptProfile kept;
        try {
            kept = profiles.get(handle);
        } catch (TasteRefused e) {
            if (e.kind() != Refused.Kind.UNKNOWN) {
                throw e;
            }
            return Optional.empty();
        }
        Profiles then = new Profiles(tenant, database, () -> at);
        KeptTaxonomy taxonomy = taxonomies.get(kept.taxonomy());
        Terms terms = new Terms(taxonomy, new TextCategories(taxonomy.taxonomy()));
        List<Reaction> left = reactions.last(handle, at).stream().filter(one -> !met.test(one.video())).toList();
        Met known = then.met(handle).without(met);
        var profile = new KeptProfile(kept.subject(), at, kept.taxonomy(), then.without(handle, taxonomy, met));
        return Optional.of(taste(profile, terms, left, known, habits(known, left, terms, at)));
    }

    private Habits habits(Met met, List<Reaction> told, Terms terms, Instant now) {
        Map<String, Liking> likings = Liking.of(met, told);
        return Liking.habits(likings, library.videos(likings.keySet(), terms).values(),
                new Liking.Told(told.size(), library.told(met, told, terms, now)));
    }

    private static Taste taste(KeptProfile kept, Terms terms, List<Reaction> last, Met met, Habits habits) {
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
        Taxonomy taxonomy = terms.taxonomy().taxonomy();
        Sought sought = sought(profile, taxonomy, habits);
        return new Taste(kept.subject().id(), profile, habits, taxonomy.space(),
                sought.vectors().stream().map(Vector::values).toList(), sought.terms(), acted, hidden,
                Set.of(kept.subject().handle()), terms.categories()::of);
    }

    /// By what the person turned to of late; by the profile where that is weeks ago.
    private static Sought sought(Profile profile, Taxonomy taxonomy, Habits habits) {
        boolean ofLate = habits.leanings().strongest(Leanings.Kind.WORD).values().stream()
                .anyMatch(leaning -> leaning >= LEAST_LEANING);
        return ofLate ? Sought.of(profile, taxonomy, habits.leanings()) : Sought.of(profile, taxonomy);
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
