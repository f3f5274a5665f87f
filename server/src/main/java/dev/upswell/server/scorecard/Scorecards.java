package dev.upswell.server.scorecard;

import dev.upswell.scorecard.Diagnosis;
import dev.upswell.server.event.EventLogRepository;
import dev.upswell.server.event.EventType;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TenantLocks;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The scorecards of a tenant's creators: made from what the store knows and what was told, and kept by day.
///
/// **cost** a run reads the videos and readings of nine weeks once; the list reads the last card of every creator
public final class Scorecards implements Scoring.Source {

    private static final String WORK = "scorecard";
    private static final Duration WEEK = Duration.ofDays(7);
    /// What another process adopted is followed after so long.
    private static final Duration FRESH = Duration.ofSeconds(20);

    private final TenantId tenant;
    private final Database database;
    private final InstantSource clock;
    private final Weightings weightings;
    private final FollowedPlaybooks playbooks;
    private final DerivedInputs derived;
    private final ToldInputRepository told = new ToldInputRepository();
    private final ScorecardRepository cards = new ScorecardRepository();
    private final EventLogRepository events = new EventLogRepository("scorecard");
    private volatile @Nullable Known known;

    /// @param derived what this tenant's store tells of creators
    public Scorecards(TenantId tenant, Database database, DerivedInputs derived, InstantSource clock) {
        this.tenant = tenant;
        this.database = database;
        this.clock = clock;
        this.weightings = new Weightings(tenant, database, clock);
        this.playbooks = new FollowedPlaybooks(tenant, database, clock);
        this.derived = derived;
    }

    private record Known(Scoring scoring, Instant at) {
    }

    /// What a run did.
    ///
    /// @param creators how many were scored
    public record Round(Instant asOf, int creators) {
    }

    /// Part of the cards of a creator, the latest first.
    public record Part(List<KeptScorecard> items, long total) {

        public Part {
            items = List.copyOf(items);
        }
    }

    /// The weightings of this tenant.
    public Weightings weightings() {
        return weightings;
    }

    /// The recommendations that were followed.
    public FollowedPlaybooks playbooks() {
        return playbooks;
    }

    /// What somebody tells of creators.
    public ToldInputs told() {
        return new ToldInputs(tenant, database);
    }

    @Override
    public Scoring now() {
        Known last = known;
        Instant now = clock.instant();
        if (last != null && Duration.between(last.at(), now).abs().compareTo(FRESH) < 0) {
            return last.scoring();
        }
        KeptWeighting inForce = weightings.inForce();
        Scoring fresh = new Scoring(inForce.name(), inForce.version(), inForce.weighting(), playbooks.evidence());
        known = new Known(fresh, now);
        return fresh;
    }

    /// When anything that scorecards rest on was told last; empty when never. What holds only later is left for then.
    public Optional<Instant> lastTold() {
        Instant now = clock.instant();
        Optional<Instant> said = database.transactions().call(tenant, db -> told.last(db, now));
        return Stream.concat(derived.lastTold(now).stream(), said.stream()).max(Comparator.naturalOrder());
    }

    /// Scores every creator of whom something was known at this instant, and keeps it.
    ///
    /// **errors** [ScorecardRefused] when the instant lies in the future, or the work is running
    public Round run(Instant asOf) {
        Instant present = clock.instant();
        if (asOf.isAfter(present)) {
            throw ScorecardRefused.future(asOf, present);
        }
        try (TenantLocks.Held held = lock()) {
            forget();
            Scoring scoring = now();
            List<KeptScorecard> scored = score(asOf, scoring);
            database.transactions().run(tenant, db -> {
                scored.forEach(card -> cards.keep(db, card));
                events.write(db, EventType.SCORECARDS_DONE,
                        Map.of("asOf", asOf.toString(), "creators", scored.size(), "weighting", scoring.name()));
            });
            return new Round(asOf, scored.size());
        }
    }

    private List<KeptScorecard> score(Instant asOf, Scoring scoring) {
        Map<String, String> links = database.transactions().call(tenant, db -> told.links(db, asOf));
        Map<String, List<KnownInput>> said = database.transactions().call(tenant, db -> told.at(db, asOf));
        Map<String, DerivedInputs.Creator> known = derived.at(asOf, links);
        Set<String> creators = new TreeSet<>(known.keySet());
        creators.addAll(said.keySet());
        List<KeptScorecard> scored = new ArrayList<>();
        for (String creator : creators) {
            DerivedInputs.Creator one = known.getOrDefault(creator, DerivedInputs.Creator.UNKNOWN);
            KnownInputs inputs = KnownInputs.of(said.getOrDefault(creator, List.of()), one.inputs());
            if (!inputs.isEmpty()) {
                scored.add(KeptScorecard.of(creator, asOf, scoring, inputs, one.traits()));
            }
        }
        return scored;
    }

    /// The cards as of an instant: those that were kept in the week before it, the last of each creator; where none was, all are made
    /// anew from what was known then, and not kept.
    ///
    /// **cost** where none was kept, as much as a run
    public List<KeptScorecard> asOf(Instant instant) {
        List<KeptScorecard> kept = database.transactions().call(tenant,
                db -> cards.between(db, instant.minus(WEEK), instant));
        return kept.isEmpty() ? score(instant, Scoring.WRITTEN) : kept;
    }

    /// As of when the first card is that is kept; empty when none is.
    public Optional<Instant> first() {
        return database.transactions().call(tenant, cards::first);
    }

    /// Puts the last version under a name in force, and scores the last card of every creator by it.
    ///
    /// **errors** [ScorecardRefused] when there is none under this name, no reason is given, or the work is running
    public KeptWeighting adopt(String name, String reason, String by) {
        return adopt(name, null, reason, by);
    }

    /// Puts a version in force, and scores the last card of every creator by it.
    ///
    /// **errors** [ScorecardRefused] when there is none, no reason is given, or the work is running
    ///
    /// @param version null for the last one
    public KeptWeighting adopt(String name, @Nullable Integer version, String reason, String by) {
        return inForceFromNow(db -> weightings.adopt(db, name, version, reason, by));
    }

    /// Keeps a weighting and puts it in force, or neither.
    ///
    /// **errors** [ScorecardRefused] naming everything that is wrong, or when the work is running
    ///
    /// @param weights by the names of indicators
    public KeptWeighting keepAndAdopt(String name, Map<String, Double> weights, String reason, String by) {
        return inForceFromNow(db -> {
            KeptWeighting kept = weightings.keep(db, name, weights, reason, by);
            return weightings.adopt(db, name, kept.version(), reason, by);
        });
    }

    /// Takes the weighting that is in force out of force: what was in force before it is so again, but for what was withdrawn itself.
    ///
    /// **errors** [ScorecardRefused] when it is not in force or always there, no reason is given, or the work is running
    public KeptWeighting withdraw(String name, String reason, String by) {
        return inForceFromNow(db -> weightings.withdraw(db, name, reason, by));
    }

    private KeptWeighting inForceFromNow(Function<JdbcClient, KeptWeighting> change) {
        try (TenantLocks.Held held = lock()) {
            KeptWeighting inForce = database.transactions().call(tenant, db -> {
                KeptWeighting changed = change.apply(db);
                Scoring scoring = scoring(changed);
                cards.latest(db).forEach(card -> cards.keep(db, card.by(scoring)));
                return changed;
            });
            forget();
            return inForce;
        }
    }

    private static Scoring scoring(KeptWeighting by) {
        return new Scoring(by.name(), by.version(), by.weighting(), Map.of());
    }

    /// Lets the next question ask the store by what creators are scored.
    public void forget() {
        known = null;
    }

    /// The last card of every creator, by name.
    public List<KeptScorecard> latest() {
        return database.transactions().call(tenant, cards::latest);
    }

    /// Who did better at that time where a creator is held back, for each bottleneck of the card.
    public List<AlikeCreators.Winners> winners(KeptScorecard card) {
        Scoring scoring = now();
        List<KeptScorecard> then = database.transactions().call(tenant,
                db -> cards.between(db, card.asOf().minus(WEEK), card.asOf()));
        return new AlikeCreators(then).of(card,
                Diagnosis.of(card.inputs().inputs(), scoring.weighting(), scoring.evidence()).bottlenecks());
    }

    /// The last card of a creator.
    ///
    /// **errors** [ScorecardRefused] when none is kept
    ///
    /// @param day until which it was made; null for the last one
    public KeptScorecard get(String creator, @Nullable LocalDate day) {
        String handle = ToldInputs.handle(creator);
        return database.transactions().call(tenant, db -> cards.until(db, handle, day))
                .orElseThrow(() -> ScorecardRefused.creator(handle));
    }

    /// The cards of a creator, the latest first.
    public Part history(String creator, int limit, int offset) {
        String handle = ToldInputs.handle(creator);
        return database.transactions().call(tenant,
                db -> new Part(cards.of(db, handle, limit, offset), cards.count(db, handle)));
    }

    private TenantLocks.Held lock() {
        return database.locks().tryAcquire(tenant, WORK).orElseThrow(ScorecardRefused::busy);
    }
}
