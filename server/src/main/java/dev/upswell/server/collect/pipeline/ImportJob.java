package dev.upswell.server.collect.pipeline;

import dev.upswell.server.collect.ImportProgress;
import dev.upswell.server.collect.ImportSource;
import dev.upswell.server.collect.row.MappingContext;
import dev.upswell.server.store.TenantId;

/// What is imported, for whom, and who wants to know how far it is.
record ImportJob(TenantId tenant, ImportSource source, ImportedContent content, MappingContext context,
        ImportProgress progress) {
}
