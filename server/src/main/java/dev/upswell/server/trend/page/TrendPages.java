package dev.upswell.server.trend.page;

import dev.upswell.content.EntityId;
import dev.upswell.server.web.Listing;
import java.util.Optional;

/// What the trend pages ask of the product.
///
/// Everything is answered as of an instant: the filter's, or the last one for which metrics exist when it names none.
/// An entity that is not known to the tenant is absent, and so is one known to another tenant only.
public interface TrendPages {

    /// The ranked entities of one kind.
    TrendsView trends(TrendsFilter filter);

    /// One entity with its series, forecast and evidence.
    Optional<EntityView> entity(EntityId id, EntityFilter filter);

    /// The metric rows of one entity, newest first.
    Optional<Listing<MetricRow>> rows(EntityId id, RowsFilter filter);

    /// The name that people know the entity by.
    Optional<Subject> subject(EntityId id);
}
