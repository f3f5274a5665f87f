package dev.upswell.server.contest;

import dev.upswell.ranking.BalancedWeights;
import dev.upswell.ranking.OffPolicyValue;
import dev.upswell.server.recommend.Configurations;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Tells from logged lists what a list by each configuration is worth, whichever configuration drew them.
///
/// Lists count when they are a day old. Those of interleaving are of two and tell nothing here.
public final class ConfigurationValues {

    private static final long SEED = 20_261_123;
    /// Keeps single lists from deciding alone about a configuration that did not serve.
    private static final double MOST_WEIGHT = 20;

    private final TenantId tenant;
    private final Database database;
    private final InstantSource clock;
    private final Configurations configurations;
    private final LogRepository log = new LogRepository();
    private volatile @Nullable Known known;

    ConfigurationValues(TenantId tenant, Database database, InstantSource clock) {
        this.tenant = tenant;
        this.database = database;
        this.clock = clock;
        configurations = new Configurations(tenant, database, clock);
    }

    /// The value of each configuration that is in force or that lists were asked about, by name.
    ///
    /// **cost** a pass over all kept lists and their reactions, and 2,000 draws of people for each configuration; a count of them where they
    /// are those that it was told from last
    public List<ConfigurationValue> list() {
        Instant old = clock.instant().minus(ConfigurationTrial.AGE);
        LogRepository.State state = database.transactions().call(tenant, db -> log.state(db, old));
        TreeSet<String> names = new TreeSet<>();
        configurations.active().forEach(one -> names.add(one.name()));
        Known last = known;
        if (last != null && last.state().equals(state) && last.active().equals(names)) {
            return last.values();
        }
        Set<String> active = Set.copyOf(names);
        List<LoggedList> lists = logged();
        lists.forEach(list -> names.addAll(list.shares().keySet()));
        List<ConfigurationValue> values = names.stream().map(name -> value(name, lists)).toList();
        known = new Known(state, active, values);
        return values;
    }

    /// What was told last.
    private record Known(LogRepository.State state, Set<String> active, List<ConfigurationValue> values) {
    }

    /// The value of one configuration.
    ///
    /// **errors** [ContestRefused] when there never was one of this name
    public ConfigurationValue get(String name) {
        if (configurations.find(name).isEmpty()) {
            throw ContestRefused.neverWas(name);
        }
        return value(name, logged());
    }

    private List<LoggedList> logged() {
        return database.transactions().call(tenant,
                db -> log.dealt(db, clock.instant().minus(ConfigurationTrial.AGE)));
    }

    private static ConfigurationValue value(String name, List<LoggedList> all) {
        Map<UUID, Integer> people = new HashMap<>();
        List<OffPolicyValue.Logged> requests = new ArrayList<>();
        double sum = 0;
        double squares = 0;
        boolean served = false;
        for (LoggedList list : all) {
            Double share = list.shares().get(name);
            if (share != null) {
                served |= share > 0;
                double weight = share > 0 ? balanced(name, list) : truncated(name, list);
                int person = people.computeIfAbsent(list.subject(), id -> people.size());
                requests.add(new OffPolicyValue.Logged(person, list.reward(), weight));
                sum += weight;
                squares += weight * weight;
            }
        }
        Optional<OffPolicyValue> told = OffPolicyValue.of(requests, SEED);
        return new ConfigurationValue(name, requests.size(), squares > 0 ? sum * sum / squares : 0,
                told.map(OffPolicyValue::value).orElse(null), told.map(OffPolicyValue::low).orElse(null),
                told.map(OffPolicyValue::high).orElse(null), !served && !requests.isEmpty());
    }

    private static double balanced(String name, LoggedList list) {
        List<String> dealt = dealt(list);
        double[] logs = dealt.stream().mapToDouble(one -> log(list, one)).toArray();
        double[] shares = dealt.stream().mapToDouble(one -> list.shares().getOrDefault(one, 0.0)).toArray();
        return BalancedWeights.of(logs, shares)[dealt.indexOf(name)];
    }

    private static double truncated(String name, LoggedList list) {
        double mixture = 0;
        double most = dealt(list).stream().mapToDouble(one -> log(list, one)).max().orElse(0);
        for (String one : dealt(list)) {
            mixture += list.shares().getOrDefault(one, 0.0) * Math.exp(log(list, one) - most);
        }
        return BalancedWeights.truncated(log(list, name), most + Math.log(mixture), MOST_WEIGHT);
    }

    private static List<String> dealt(LoggedList list) {
        return list.shares().entrySet().stream().filter(one -> one.getValue() > 0).map(Map.Entry::getKey).sorted()
                .toList();
    }

    private static double log(LoggedList list, String name) {
        return Math.min(0, list.logSlate().getOrDefault(name, Double.NEGATIVE_INFINITY));
    }
}
