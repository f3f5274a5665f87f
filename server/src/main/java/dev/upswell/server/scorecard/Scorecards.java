package dev.upswell.server.scorecard;

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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The scorecards of a tenant's creators: made from what the store knows and what was told, and kept by day.
///
/// **cost** a run reads the videos and readings of nine weeks once; the list reads the last card of every creator
public final class Scorecards implements Scoring.Source {

    private static final String WORK = "scorecard";
    /// What another process adopted is followed after so long.
    private static final Duration FRESH = Duration.ofSeconds(20);

    private final TenantId tenant;
    private final Database database;
    private final InstantSource clock;
    private final Weightings weightings;
    private final FollowedPlaybooks playbooks;
    private final CreatorFactsRepository facts;
    private final ToldInputRepository told = new ToldInputRepository();
    private final ScorecardRepository cards = new ScorecardRepository();
    private final EventLogRepository events = new EventLogRepository("scorecard");
    private volatile @Nullable Known known;

    public Scorecards(TenantId tenant, Database database, InstantSource clock) {
        this.tenant = tenant;
        this.database = database;
        this.clock = clock;
        this.weightings = new Weightings(tenant, database, clock);
        this.playbooks = new FollowedPlaybooks(tenant, database, clock);
        this.facts = new CreatorFactsRepository(database);
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
        return Stream.concat(facts.lastTold(tenant).stream(), said.stream()).max(Comparator.naturalOrder());
    }

    /// Scores every creator of whom something was known at this instant, and keeps it.
    ///
    /// **errors** [ScorecardRefused] when the work is running
    public Round run(Instant asOf) {
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
        Map<String, String> links = database.transactions().call(tenant, told::links);
        Map<String, List<KnownInput>> said = database.transactions().call(tenant, db -> told.at(db, asOf));
        Map<String, CreatorFacts> known = facts.read(tenant, asOf, links);
        Set<String> creators = new TreeSet<>(known.keySet());
        creators.addAll(said.keySet());
        List<KeptScorecard> scored = new ArrayList<>();
        for (String creator : creators) {
            CreatorFacts one = known.get(creator);
            KnownInputs inputs = KnownInputs.of(said.getOrDefault(creator, List.of()),
                    one == null ? List.of() : Derivation.of(one, asOf));
            if (!inputs.isEmpty()) {
                scored.add(KeptScorecard.of(creator, asOf, scoring, inputs));
            }
        }
        return scored;
    }

    /// Puts a weighting in force, and scores the last card of every creator by it.
    ///
    /// **errors** [ScorecardRefused] when there is none under this name, no reason is given, or the work is running
    public KeptWeighting adopt(String name, String reason, String by) {
        try (TenantLocks.Held held = lock()) {
            KeptWeighting adopted = weightings.adopt(name, reason, by);
            forget();
            Scoring scoring = now();
            database.transactions().run(tenant, db -> cards.latest(db).forEach(card -> cards.keep(db,
                    KeptScorecard.of(card.creator(), card.asOf(), scoring, card.inputs()))));
            return adopted;
        }
    }

    /// Lets the next question ask the store by what creators are scored.
    public void forget() {
        known = null;
    }

    /// The last card of every creator, by name.
    public List<KeptScorecard> latest() {
        return database.transactions().call(tenant, cards::latest);
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
