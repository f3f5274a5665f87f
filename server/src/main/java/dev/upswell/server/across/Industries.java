package dev.upswell.server.across;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.upswell.brief.Industry;
import dev.upswell.server.creative.PatternRuns;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The industries of a tenant: built-in ones, those it added or changed, and which client belongs to which.
public final class Industries {

    private static final int MOST = 200;

    private final TenantId tenant;
    private final Database database;
    private final InstantSource clock;
    private final PatternRuns runs;
    private final IndustryRepository rows = new IndustryRepository();

    public Industries(TenantId tenant, Database database, InstantSource clock, PatternRuns runs) {
        this.tenant = tenant;
        this.database = database;
        this.clock = clock;
        this.runs = runs;
    }

    /// All of them as they hold for this tenant, by key.
    public SortedMap<String, Industry> known() {
        return database.transactions().call(tenant, this::known);
    }

    private SortedMap<String, Industry> known(JdbcClient db) {
        SortedMap<String, Industry> known = new TreeMap<>();
        Industry.all().forEach(one -> known.put(one.key(), one));
        rows.list(db).forEach(one -> known.put(one.key(), one));
        return known;
    }

    /// All of them with their clients, by cluster, category and name.
    public List<IndustryDocument> list() {
        return database.transactions().call(tenant, db -> {
            Set<String> builtIn = Industry.all().stream().map(Industry::key).collect(Collectors.toSet());
            Set<String> own = rows.list(db).stream().map(Industry::key).collect(Collectors.toSet());
            Map<String, List<String>> clients = rows.ofClients(db).entrySet().stream().collect(Collectors.groupingBy(
                    Map.Entry::getValue, Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
            return known(db).values().stream()
                    .map(one -> IndustryDocument.of(one, builtIn.contains(one.key()), own.contains(one.key()),
                            clients.getOrDefault(one.key(), List.of())))
                    .sorted(Comparator.comparing(IndustryDocument::cluster).thenComparing(IndustryDocument::category)
                            .thenComparing(IndustryDocument::name))
                    .toList();
        });
    }

    /// One of them with its clients.
    ///
    /// **errors** [AcrossRefused] when there is none of this key
    public IndustryDocument get(String key) {
        return list().stream().filter(one -> one.key().equals(key)).findFirst()
                .orElseThrow(() -> AcrossRefused.noIndustry(key));
    }

    /// Adds an industry, or changes it; a built-in one is changed for this tenant alone.
    ///
    /// **errors** [AcrossRefused] that names everything that is wrong
    public IndustryDocument put(String key, IndustryDraft draft, String by) {
        Industry wanted = draft.of(key);
        database.transactions().run(tenant, db -> {
            SortedMap<String, Industry> known = known(db);
            if (!known.containsKey(key) && known.size() >= MOST) {
                throw AcrossRefused.manyIndustries(MOST);
            }
            rows.put(db, wanted, by, clock.instant());
        });
        return get(key);
    }

    /// Removes what this tenant said of an industry: one that it added is gone, a built-in one is as it was.
    ///
    /// @return whether it is built in
    ///
    /// **errors** [AcrossRefused] when there is nothing to remove, or clients belong to what would be gone
    public boolean remove(String key) {
        boolean builtIn = Industry.find(key).isPresent();
        database.transactions().run(tenant, db -> {
            List<String> clients = new ArrayList<>();
            rows.ofClients(db).forEach((client, industry) -> {
                if (industry.equals(key)) {
                    clients.add(client);
                }
            });
            if (!builtIn && !clients.isEmpty() && known(db).containsKey(key)) {
                throw AcrossRefused.inUse(key, clients);
            }
            if (!rows.remove(db, key)) {
                throw builtIn ? AcrossRefused.builtIn(key) : AcrossRefused.noIndustry(key);
            }
        });
        return builtIn;
    }

    /// A client and its industry.
    ///
    /// @param hashtags how many were searched for it
    /// @param industry its key; null where none was said
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record OfClient(String client, int hashtags, @Nullable String industry) {
    }

    /// Clients for whom hashtags were searched, by name.
    public List<OfClient> clients() {
        Map<String, String> said = database.transactions().call(tenant, rows::ofClients);
        return runs.clients().stream().map(one -> new OfClient(one.name(), one.hashtags(), said.get(one.name())))
                .toList();
    }

    /// The industry of a client; empty where none was said.
    public Optional<Industry> of(String client) {
        return database.transactions().call(tenant,
                db -> Optional.ofNullable(rows.ofClients(db).get(client))
                        .flatMap(key -> Optional.ofNullable(known(db).get(key))));
    }

    /// Says which industry a client belongs to.
    ///
    /// @param industry null for none
    ///
    /// **errors** [AcrossRefused] when no hashtag was searched for the client, or there is no such industry
    public OfClient place(String client, @Nullable String industry, String by) {
        OfClient former = clients().stream().filter(one -> one.client().equals(client)).findFirst()
                .orElseThrow(() -> AcrossRefused.client(client));
        database.transactions().run(tenant, db -> {
            if (industry == null) {
                rows.unplace(db, client);
            } else if (known(db).containsKey(industry)) {
                rows.place(db, client, industry, by, clock.instant());
            } else {
                throw AcrossRefused.noIndustry(industry);
            }
        });
        return new OfClient(client, former.hashtags(), industry);
    }
}
