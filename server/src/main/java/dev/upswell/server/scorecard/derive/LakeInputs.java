package dev.upswell.server.scorecard.derive;

import dev.upswell.content.EntityId;
import dev.upswell.content.Viewing;
import dev.upswell.server.commerce.Viewings;
import dev.upswell.server.scorecard.DerivedInputs;
import dev.upswell.server.scorecard.derive.CreatorFacts.Posted;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Inputs of a tenant's creators, derived from its lake.
public final class LakeInputs implements DerivedInputs {

    private final TenantId tenant;
    private final CreatorFactsRepository facts;
    private final Viewings viewings;

    /// @param viewings what the owners of this tenant's videos were told
    public LakeInputs(TenantId tenant, Database database, Viewings viewings) {
        this.tenant = tenant;
        this.facts = new CreatorFactsRepository(database);
        this.viewings = viewings;
    }

    @Override
    public Map<String, Creator> at(Instant asOf, Map<String, String> ads) {
        Map<String, CreatorFacts> known = facts.read(tenant, asOf, ads);
        Map<EntityId, Viewing> told = viewings.asOf(asOf, windowed(known, asOf));
        Map<String, Creator> creators = new TreeMap<>();
        known.forEach((name, one) -> {
            CreatorFacts viewed = one.withVideos(one.videos().stream().map(video -> viewed(video, told)).toList());
            creators.put(name, new Creator(Derivation.of(viewed, asOf), Derivation.traits(viewed, asOf)));
        });
        return creators;
    }

    private static Posted viewed(Posted video, Map<EntityId, Viewing> told) {
        return video.with(told.getOrDefault(EntityId.video(video.video()), Viewing.NONE));
    }

    /// The videos of whose viewing something can count.
    private static Set<EntityId> windowed(Map<String, CreatorFacts> known, Instant asOf) {
        Instant from = asOf.minus(Derivation.WINDOW);
        return known.values().stream().flatMap(one -> one.videos().stream())
                .filter(video -> video.at().isAfter(from)).map(video -> EntityId.video(video.video()))
                .collect(Collectors.toSet());
    }

    @Override
    public Optional<Instant> lastTold(Instant until) {
        return facts.lastTold(tenant, until);
    }
}
