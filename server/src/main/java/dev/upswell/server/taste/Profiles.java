package dev.upswell.server.taste;

import dev.upswell.content.EntityId;
import dev.upswell.server.event.EventLogRepository;
import dev.upswell.server.event.EventType;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import dev.upswell.taste.AffinityScoring;
import dev.upswell.taste.Person;
import dev.upswell.taste.Profile;
import dev.upswell.taste.QueryMaking;
import dev.upswell.taste.SearchQuery;
import dev.upswell.taste.SensitiveTopics;
import dev.upswell.taste.TastedItem;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The profiles of a tenant: made for whoever may be profiled, kept, erased on request.
public final class Profiles {

    private static final SensitiveTopics SENSITIVE = SensitiveTopics.shipped(TaxonomyMaking.EMBEDDER);

    private final TenantId tenant;
    private final Database database;
    private final InstantSource clock;
    private final SubjectRepository subjects = new SubjectRepository();
    private final ProfileRepository profiles = new ProfileRepository();
    private final TaxonomyRepository taxonomies = new TaxonomyRepository();
    private final EventLogRepository events = new EventLogRepository("taste");

    public Profiles(TenantId tenant, Database database, InstantSource clock) {
        this.tenant = tenant;
        this.database = database;
        this.clock = clock;
    }

    /// Somebody who may be profiled, and the last profile if one was made.
    public record Listed(Subject subject, Optional<KeptProfile> profile) {
    }

    /// Asks whether an account may be profiled, before anything is made for it.
    ///
    /// @param ground why it may be; null for the one that was told before
    ///
    /// **errors** [TasteRefused] without a ground, and where a public figure is none
    public void allow(String handle, @Nullable Ground ground) {
        String bare = Handles.bare(handle);
        if (ground == null) {
            known(bare);
        } else if (ground == Ground.PUBLIC_FIGURE) {
            requirePublic(bare, clock.instant());
        }
    }

    private Subject known(String bare) {
        return database.transactions().call(tenant, db -> subjects.find(db, bare))
                .orElseThrow(() -> TasteRefused.noGround(bare));
    }

    /// Makes the profile of an account as it is known now.
    ///
    /// @param ground why it may be made; null for the one that was told before
    /// @param by who tells the ground
    /// @param taxonomy that it speaks in
    ///
    /// **errors** [TasteRefused] without a ground, and where a public figure is none
    public KeptProfile make(String handle, @Nullable Ground ground, String by, KeptTaxonomy taxonomy) {
        String bare = Handles.bare(handle);
        Instant now = clock.instant();
        Subject subject = subject(bare, ground, by, now);
        Gathering.Gathered found = new Gathering(tenant, database).of(subject, now);
        return database.transactions().call(tenant, db -> {
            Profile made = profile(found, taxonomy, now);
            profiles.keep(db, subject, now, taxonomy.id(), made);
            events.write(db, EventType.PROFILE_MADE, Map.of("taxonomy", taxonomy.number(), "items",
                    made.sample().liked(), "tags", made.affinities().size()));
            return new KeptProfile(subject, now, taxonomy.number(), made);
        });
    }

    /// The profile that an account would have now, had it not met some videos. It is not kept.
    ///
    /// @param met those; what the account posted stays
    ///
    /// **errors** [TasteRefused] without a ground
    public Profile without(String handle, KeptTaxonomy taxonomy, Predicate<String> met) {
        Instant now = clock.instant();
        return profile(new Gathering(tenant, database).of(known(Handles.bare(handle)), now).without(met), taxonomy,
                now);
    }

    /// The subject, with the ground that is told now.
    private Subject subject(String bare, @Nullable Ground ground, String by, Instant now) {
        if (ground == null) {
            return known(bare);
        }
        if (ground == Ground.PUBLIC_FIGURE) {
            requirePublic(bare, now);
        }
        return database.transactions().call(tenant, db -> subjects.keep(db, bare, ground, by, now));
    }

    private void requirePublic(String bare, Instant now) {
        Long followers = new Gathering(tenant, database).followers(bare, now);
        if (followers == null || followers < Ground.PUBLIC_FROM) {
            throw TasteRefused.notPublic(bare,
                    followers == null ? "nobody told how many follow it" : "it has " + followers + " followers");
        }
    }

    private static Profile profile(Gathering.Gathered found, KeptTaxonomy taxonomy, Instant now) {
        Profile made = new AffinityScoring(TaxonomyMaking.EMBEDDER, SENSITIVE, found.usualRate()).of(found.person(),
                taxonomy.taxonomy(), now);
        List<String> notes = new ArrayList<>(made.notes());
        if (found.unstored() > 0) {
            notes.add(found.unstored() + (found.unstored() == 1 ? " video was" : " videos were")
                    + " met of which nothing is stored.");
        }
        return new Profile(made.person(), made.asOf(), made.sample(), made.followers(), made.affinities(),
                made.longTaste(), made.shortTaste(), notes);
    }

    /// Keeps a profile that was brought in a file as the last one of its account; one that was written from the very profile that is kept
    /// changes nothing.
    ///
    /// A file tells affinities and not where the items lie: in their place stand the midsts of its categories, by affinity. It is read in the
    /// taxonomy of its number or in the newest, whichever knows more of its tags.
    ///
    /// **errors** [TasteRefused] for the profile of another account or of later than now, without a ground, and where no tag is known or none
    /// may be kept
    public KeptProfile take(String handle, ProfileJson.Told told) {
        String bare = Handles.bare(handle);
        if (!bare.equals(Handles.bare(told.username()))) {
            throw TasteRefused.otherAccount(bare, Handles.bare(told.username()));
        }
        Instant now = clock.instant();
        if (told.asOf() != null && told.asOf().isAfter(now)) {
            throw TasteRefused.unreadableProfile("as_of (" + told.asOf() + ") is later than now");
        }
        Optional<Subject> known = database.transactions().call(tenant, db -> subjects.find(db, bare));
        Optional<KeptProfile> last = known
                .flatMap(subject -> database.transactions().call(tenant, db -> profiles.latest(db, subject)));
        if (last.isPresent() && told.isOf(last.get().profile().asOf())
                && last.get().profile().affinities().equals(told.affinities())) {
            return last.get();
        }
        KeptTaxonomy taxonomy = database.transactions().call(tenant, db -> taxonomy(db, told))
                .orElseThrow(() -> TasteRefused.otherTaxonomy(bare));
        Profile brought = told.as(EntityId.creator(bare), taxonomy.taxonomy(), SENSITIVE, now);
        Subject subject = known.isPresent() ? known.get() : subject(bare, told.ground(), "file", now);
        return database.transactions().call(tenant, db -> {
            profiles.keep(db, subject, now, taxonomy.id(), brought);
            events.write(db, EventType.PROFILE_MADE, Map.of("taxonomy", taxonomy.number(), "items",
                    brought.sample().liked(), "tags", brought.affinities().size()));
            return new KeptProfile(subject, now, taxonomy.number(), brought);
        });
    }

    /// The taxonomy that knows most of the file's tags; empty where none knows one.
    private Optional<KeptTaxonomy> taxonomy(JdbcClient db, ProfileJson.Told told) {
        return Stream.of(taxonomies.find(db, told.taxonomy()), taxonomies.latest(db)).flatMap(Optional::stream)
                .filter(one -> told.known(one.taxonomy()) > 0)
                .max(Comparator.comparingLong(one -> told.known(one.taxonomy())));
    }

    /// The last profile of an account.
    ///
    /// **errors** [TasteRefused] when there is none
    public KeptProfile get(String handle) {
        String bare = Handles.bare(handle);
        return database.transactions().call(tenant,
                db -> subjects.find(db, bare).flatMap(subject -> profiles.latest(db, subject)))
                .orElseThrow(() -> TasteRefused.noProfile(bare));
    }

    /// Which videos an account met, as files told until now; nothing of whom there is no ground to know anything.
    public Met met(String handle) {
        String bare = Handles.bare(handle);
        return database.transactions().call(tenant, db -> subjects.find(db, bare))
                .map(subject -> new Gathering(tenant, database).met(subject, clock.instant()))
                .orElse(Met.NOTHING);
    }

    /// Part of those who may be profiled, by handle.
    public record Part(List<Listed> items, long total) {

        public Part {
            items = List.copyOf(items);
        }
    }

    /// Those who may be profiled, by handle.
    ///
    /// @param limit how many at most
    /// @param offset how many are passed over
    public Part list(int limit, int offset) {
        return database.transactions().call(tenant, db -> {
            List<Subject> asked = subjects.list(db, limit, offset);
            Map<UUID, KeptProfile> latest = profiles.latest(db, asked);
            return new Part(asked.stream()
                    .map(subject -> new Listed(subject, Optional.ofNullable(latest.get(subject.id())))).toList(),
                    subjects.count(db));
        });
    }

    /// All who may be profiled, by handle.
    public List<Subject> subjects() {
        return database.transactions().call(tenant, db -> subjects.list(db, Integer.MAX_VALUE, 0));
    }

    /// The handles of whom a profile was made, by handle.
    public List<String> profiled() {
        return database.transactions().call(tenant, subjects::profiled);
    }

    /// The handle of a subject.
    ///
    /// **absence** empty when there is none of this id, or it was erased.
    public Optional<String> handle(UUID subject) {
        return database.transactions().call(tenant, db -> subjects.handle(db, subject));
    }

    /// What to search for, for the last profile of an account, with what it met until now.
    public List<SearchQuery> queries(String handle) {
        KeptProfile kept = get(handle);
        KeptTaxonomy taxonomy = database.transactions().call(tenant, db -> taxonomies.find(db, kept.taxonomy()))
                .orElseThrow(() -> TasteRefused.unknownTaxonomy(kept.taxonomy()));
        Person person = new Gathering(tenant, database).of(kept.subject(), kept.profile().asOf()).person();
        return QueryMaking.of(kept.profile(), taxonomy.taxonomy(),
                person.liked().stream().map(TastedItem::text).toList(), SENSITIVE);
    }

    /// The same for who holds the lock of imports already.
    ///
    /// **errors** [TasteRefused] when nothing is known of it
    public long eraseWhileImportsRest(String handle, String by) {
        Subject subject = subject(handle);
        return new Erasure(tenant, database, Erasure.PATIENCE).eraseWhileImportsRest(subject, by, clock.instant());
    }

    private Subject subject(String handle) {
        String bare = Handles.bare(handle);
        return database.transactions().call(tenant, db -> subjects.find(db, bare))
                .orElseThrow(() -> TasteRefused.noProfile(bare));
    }

    /// Erases all that is kept of an account, and how many rows went.
    ///
    /// **errors** [TasteRefused] when nothing is known of it, and while an import is at work
    public long erase(String handle, String by) {
        return new Erasure(tenant, database, Erasure.PATIENCE).erase(subject(handle), by, clock.instant());
    }
}
