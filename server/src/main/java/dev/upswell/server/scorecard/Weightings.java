package dev.upswell.server.scorecard;

import dev.upswell.scorecard.Kpi;
import dev.upswell.scorecard.Weighting;
import dev.upswell.server.event.EventLogRepository;
import dev.upswell.server.event.EventType;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The weightings of a tenant, by name and version, and which of them is in force. The seed's and equal ones are always there.
public final class Weightings {

    private static final List<KeptWeighting> ALWAYS = List.of(KeptWeighting.SEED, KeptWeighting.EQUAL);
    private static final String NAME = "[a-z0-9][a-z0-9_-]{0,63}";
    private static final double ROUNDING = 1e-6;
    private static final String REASON = "reason is missing.";

    private final TenantId tenant;
    private final Database database;
    private final InstantSource clock;
    private final WeightingRepository weightings = new WeightingRepository();
    private final EventLogRepository events = new EventLogRepository("scorecard");

    public Weightings(TenantId tenant, Database database, InstantSource clock) {
        this.tenant = tenant;
        this.database = database;
        this.clock = clock;
    }

    /// A weighting that was put in force.
    ///
    /// @param withdrawn what was withdrawn so that this one is in force again; null where it was adopted
    public record Adoption(String name, int version, String reason, String by, Instant at,
            @Nullable Withdrawn withdrawn) {
    }

    /// A weighting that is in force no more.
    public record Withdrawn(String name, int version) {
    }

    /// Part of what was put in force, the last first.
    public record Part(List<Adoption> items, long total) {

        public Part {
            items = List.copyOf(items);
        }
    }

    /// All versions of all names: the two that are always there, then those that were kept, of each name the last version first.
    public List<KeptWeighting> list() {
        List<KeptWeighting> kept = database.transactions().call(tenant, weightings::list);
        return Stream.concat(ALWAYS.stream(), kept.stream()).toList();
    }

    /// What was put in force, the last first.
    public Part adoptions(int limit, int offset) {
        return database.transactions().call(tenant,
                db -> new Part(weightings.adoptions(db, limit, offset), weightings.adopted(db)));
    }

    /// The weighting by which creators are scored now.
    public KeptWeighting inForce() {
        return database.transactions().call(tenant, this::inForce);
    }

    KeptWeighting inForce(JdbcClient db) {
        return weightings.adoptions(db, 1, 0).stream().findFirst()
                .flatMap(one -> version(db, one.name(), one.version()))
                .orElse(KeptWeighting.SEED);
    }

    private Optional<KeptWeighting> version(JdbcClient db, String name, int version) {
        return always(name).or(() -> weightings.find(db, name, version));
    }

    private static Optional<KeptWeighting> always(String name) {
        return ALWAYS.stream().filter(one -> one.name().equals(name)).findFirst();
    }

    /// Keeps a weighting as the next version under its name. It is not put in force by that.
    ///
    /// **errors** [ScorecardRefused] naming everything that is wrong
    ///
    /// @param weights by the names of indicators
    public KeptWeighting keep(String name, Map<String, Double> weights, String reason, String by) {
        return database.transactions().call(tenant, db -> keep(db, name, weights, reason, by));
    }

    /// The same inside a transaction of the caller's.
    public KeptWeighting keep(JdbcClient db, String name, Map<String, Double> weights, String reason, String by) {
        List<String> problems = new ArrayList<>();
        checkName(name, problems);
        if (reason.isBlank()) {
            problems.add(REASON);
        }
        Map<Kpi, Double> read = read(weights, problems);
        if (!problems.isEmpty()) {
            throw ScorecardRefused.weights(problems);
        }
        KeptWeighting kept = new KeptWeighting(name, weightings.next(db, name), new Weighting(read), reason, by,
                clock.instant());
        weightings.keep(db, kept);
        return kept;
    }

    /// Checks a name under which weights may be kept.
    ///
    /// **errors** [ScorecardRefused] when they may not
    public static void checkName(String name) {
        List<String> problems = new ArrayList<>();
        checkName(name, problems);
        if (!problems.isEmpty()) {
            throw ScorecardRefused.weights(problems);
        }
    }

    private static void checkName(String name, List<String> problems) {
        if (!name.matches(NAME)) {
            problems.add("name must be of lower-case letters, digits, - and _, at most 64, and is \"" + name + "\".");
        }
        if (always(name).isPresent()) {
            problems.add("The weighting " + name + " is always there and does not change.");
        }
    }

    /// The weights of a map by names, with everything that is wrong added to the problems.
    public static Map<Kpi, Double> read(Map<String, Double> weights, List<String> problems) {
        Map<Kpi, Double> read = new EnumMap<>(Kpi.class);
        for (Kpi kpi : Kpi.values()) {
            Double weight = weights.get(kpi.field());
            if (weight == null) {
                problems.add(kpi.field() + " is missing.");
            } else if (!(weight >= 0 && weight <= 1)) {
                problems.add(kpi.field() + " must be from 0 to 1, and is " + weight + ".");
            } else {
                read.put(kpi, weight);
            }
        }
        weights.keySet().stream().sorted()
                .filter(name -> Stream.of(Kpi.values()).noneMatch(kpi -> kpi.field().equals(name)))
                .forEach(name -> problems.add("There is no indicator " + name + "."));
        double sum = read.values().stream().mapToDouble(Double::doubleValue).sum();
        if (read.size() == Kpi.values().length && !(Math.abs(sum - 1) <= ROUNDING)) {
            problems.add("The weights add up to " + Math.round(sum * 1e6) / 1e6 + ", and must add up to 1.");
        }
        return read;
    }

    /// @param version null for the last one
    KeptWeighting adopt(JdbcClient db, String name, @Nullable Integer version, String reason, String by) {
        checkReason(reason);
        KeptWeighting adopted = always(name)
                .or(() -> version == null ? weightings.last(db, name) : weightings.find(db, name, version))
                .orElseThrow(() -> ScorecardRefused.weighting(version == null ? name : name + " " + version));
        weightings.adopt(db, new Adoption(adopted.name(), adopted.version(), reason, by, clock.instant(), null));
        events.write(db, EventType.WEIGHTING_ADOPTED,
                Map.of("weighting", adopted.name(), "version", adopted.version(), "by", by));
        return adopted;
    }

    KeptWeighting withdraw(JdbcClient db, String name, String reason, String by) {
        checkReason(reason);
        if (always(name).isPresent()) {
            throw ScorecardRefused.written(name);
        }
        KeptWeighting last = inForce(db);
        if (!last.name().equals(name)) {
            throw ScorecardRefused.notInForce(name, last.name());
        }
        KeptWeighting before = before(db, last);
        weightings.adopt(db, new Adoption(before.name(), before.version(), reason, by, clock.instant(),
                new Withdrawn(last.name(), last.version())));
        events.write(db, EventType.WEIGHTING_WITHDRAWN, Map.of("weighting", last.name(), "version", last.version(),
                "inForce", before.name(), "by", by));
        return before;
    }

    private static void checkReason(String reason) {
        if (reason.isBlank()) {
            throw ScorecardRefused.weights(List.of(REASON));
        }
    }

    /// What was adopted last of all that was never withdrawn since; the seed's where nothing was.
    private KeptWeighting before(JdbcClient db, KeptWeighting last) {
        Set<Withdrawn> gone = new HashSet<>();
        gone.add(new Withdrawn(last.name(), last.version()));
        for (Adoption one : weightings.adoptions(db, Integer.MAX_VALUE, 0)) {
            Withdrawn itself = new Withdrawn(one.name(), one.version());
            if (one.withdrawn() != null) {
                gone.add(one.withdrawn());
            } else if (!gone.contains(itself)) {
                Optional<KeptWeighting> found = version(db, one.name(), one.version());
                if (found.isPresent()) {
                    return found.get();
                }
            }
        }
        return KeptWeighting.SEED;
    }

    /// The last version under a name.
    ///
    /// **errors** [ScorecardRefused] when there is none
    public KeptWeighting get(String name) {
        return database.transactions().call(tenant, db -> always(name).or(() -> weightings.last(db, name))
                .orElseThrow(() -> ScorecardRefused.weighting(name)));
    }
}
